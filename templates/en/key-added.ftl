<#import "parts.ftl" as p>
Subject: TLD-OPS: a key was put on file for you (${tld})

Hello,

you are the IANA administrative contact of ${tld}. The operator of the
list has put the public half of this key on file for you:

  ${(kind == "OPENPGP")?then("OpenPGP key", "S/MIME certificate (SHA-256)")}
<#list fingerprint as line>
  ${line}
</#list>
<#if until??>

It counts until ${until}.
</#if>

From now on an answer to a letter of ours that is signed with it is
believed without any other proof, if the reference of the letter stands
in the signed text: so please leave our letter below your answer. Mail
without a signature counts as before.

Is this not your key, or do you not want it on file? Reply to this
letter, whenever you like, with the one word

  undo

The key is taken away then, and the Secretariat is told.

<@p.do_not_forward/>
<@p.bye/>
