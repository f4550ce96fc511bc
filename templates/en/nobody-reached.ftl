<#import "parts.ftl" as p>
Subject: TLD-OPS: <#if none>nobody of ${tld} can be reached<#else>a contact of ${tld} can not be reached</#if>

Hello,

our mail to <#if lost?size == 1>this contact<#else>these contacts</#if> of ${tld} comes back:

<#list lost as it>
  ${it.name} (${p.ordinal(it.rank)})
    unreachable since ${it.since}
</#list>

<#if none>
No other contact of ${tld} has an address that works.
<#elseif colleagues == 0>
No other contact of ${tld} could be told.
<#elseif colleagues == 1>
Another contact of ${tld} has got a form to put somebody in that place.
<#else>
${colleagues} other contacts of ${tld} have got a form to put somebody in that
place.
</#if>
<#if admin>
The IANA administrative contact has got a form to put somebody in that
place.
<#else>
The IANA administrative contact could not be told: IANA names no address
for it, or mail to that address comes back.
</#if>

Nobody was removed. Perhaps you know somebody there whom you can call.
Noted on ${at}.
<@p.bye/>
