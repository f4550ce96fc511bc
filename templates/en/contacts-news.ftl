<#import "parts.ftl" as p>
<#switch news>
<#case "CHANGED"><#assign what = "another admin contact at IANA"><#break>
<#case "RECONFIRMED"><#assign what = "contacts re-confirmed"><#break>
<#case "DENIED"><#assign what = "contacts not re-confirmed"><#break>
<#default><#assign what = "no answer from the new admin contact">
</#switch>
Subject: TLD-OPS oversight: ${what} (${tlds?join(", ")})

<#switch news>
<#case "CHANGED">
For your information; there is nothing to do. Two readings of the IANA
database agree: it names another administrative contact.

<#break>
<#case "RECONFIRMED">
For your information; there is nothing to do. The new administrative
contact says that the contacts are the right ones.

<#break>
<#case "DENIED">
The new administrative contact says that the contacts are not the right
ones. Nobody is removed by that: it was told how to change them. Perhaps
you would like to ask whether it needs help.

<#break>
<#case "UNANSWERED">
The new administrative contact has not answered in ${days} working days.
Nobody is removed; the contacts stay marked as to be re-confirmed.
Perhaps you know another way to reach it.

<#break>
<#case "UNDELIVERED">
Our letter to the new administrative contact came back. Nobody is
removed; the contacts stay marked as to be re-confirmed. Perhaps you know
another way to reach it.

<#break>
</#switch>
<#list tlds as it>
  ccTLD:    ${it}
</#list>
<#if before??>
  Before:   ${before}
</#if>
<#if now??>
  Now:      ${now}
</#if>
