<#import "parts.ftl" as p>
Subject: TLD-OPS: a key is no longer on file for you (${tld})

Hello,

this key is no longer on file for the IANA administrative contact of
${tld}:

  ${(kind == "OPENPGP")?then("OpenPGP key", "S/MIME certificate (SHA-256)")}
<#list fingerprint as line>
  ${line}
</#list>

<#if himself>
It was taken away at your word. Mail that it signed since it was put on
file may have been believed; the notices you got tell what was done, and
the Secretariat knows of it.
<#else>
The operator of the list took it away. Signatures by it count no more;
your mail counts as it did before.
</#if>
<@p.bye/>
