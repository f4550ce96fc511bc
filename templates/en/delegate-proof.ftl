<#import "parts.ftl" as p>
Subject: TLD-OPS: you are named as a delegate for ${tld}

Hello,

the IANA administrative contact of ${tld} has named you as its delegate
until ${until}: you may change the contacts of ${tld} on the
TLD-OPS list. This needs a word from your address:

  confirm   to accept
  deny      if you do not want it

The last day is ${last}.

<@p.do_not_forward/>

Then the command modify ${tldName} brings you the contacts as a form,
to change and send back. Your mail has to be verified each time, and the
administrative contact is told of each change and can take it back.
<@p.bye/>
