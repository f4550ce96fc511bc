<#import "parts.ftl" as p>
Subject: TLD-OPS: thank you (${(confirmed + denied)?join(", ")})

Dear IANA Admin Contact,

<#if confirmed?has_content>
the contacts are confirmed. There is nothing more to do for

<#list confirmed as it>
  ${it}
</#list>
<#else>
you told us that the contacts are not the right ones for

<#list denied as it>
  ${it}
</#list>

Nobody has been taken off the list yet: please write to
${list.request}

  modify

and the present data comes to you as a form that is filled in. Empty the
block of somebody who is to leave, or write another person into it, and
send it back.
</#if>
<@p.bye/>
