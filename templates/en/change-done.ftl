<#import "parts.ftl" as p>
Subject: TLD-OPS: <#if provisional && !tech>done; was this you?<#else>the contacts are changed</#if> (${tld})

Dear IANA Admin Contact,

<#if tech && delegate??>
the technical contact that the IANA database names has changed the
contacts of ${tld}:
${delegate}
<#if provisional>
Its answer held the secret of our question, but we could not verify that
it came from that address.
</#if>
<#elseif delegate??>
your delegate has changed the contacts of ${tld}:
${delegate}
<#elseif provisional>
somebody answered our question about ${tld}. The answer held its secret,
but we could not verify that it came from you. It has been carried out.
<#else>
as you asked, the contacts of ${tld} have been changed.
</#if>

<@p.do_not_forward/>

<@p.effect changed added removed/>
The contacts of ${tld} are now:

<@p.entries after/>
<@p.phones changed?map(it -> it.after.person) + added?map(it -> it.person)/>
<#if !after?has_content>

With nobody left, ${tld} no longer stands in the public directory.
</#if>
<#if single>

${tld} has one contact; we recommend at least ${rules.recommended}, for the day on
which one of them can not be reached.
</#if>
<@p.risk risk/>

Everybody concerned is told. Who has a new address gets contact data
there when that address has answered.

If this is wrong, reply to this letter with the one word

  undo

by ${until}.
<#if provisional>
For ${rules.holdHours} hours new addresses get no contact data.
</#if>
<@p.bye/>
