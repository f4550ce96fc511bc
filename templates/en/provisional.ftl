<#import "parts.ftl" as p>
Subject: TLD-OPS: done; was this you? ${p.about(tld, added)}

Dear IANA Admin Contact,

somebody answered our question about ${tld}. The answer held its secret,
but we could not verify that it came from you.

<@p.do_not_forward/>

The answer has been carried out:

<#list added as it>
  Joined: ${it.name}, ${it.email}
</#list>
<#list removed as it>
  Left: ${it.name}, ${it.email}
</#list>
<@p.risk risk/>

If this was you, there is nothing to do.

If it was not, reply to this letter with the one word

  undo

by ${until}. For ${rules.holdHours} hours
new members get no contact data and can not write to the list.
<@p.bye/>
