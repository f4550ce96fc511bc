<#import "parts.ftl" as p>
Subject: TLD-OPS: ${person.name} <#if answer == "CAME">is back<#else>does not come back</#if> (${tld})

Dear IANA Admin Contact,

you took back that ${person.name} had left the contacts of ${tld}.
<#switch answer>
<#case "CAME">
An answer has come from that address: ${person.name} is a contact of
${tld} again.
<#break>
<#case "DECLINED">
The answer from that address was no: ${person.name} stays off.
<#break>
<#case "NO_PLACE">
A yes has come from that address, but meanwhile all places are taken or
the address is there already, so nothing was changed.
<#break>
</#switch>

The command modify ${tldName} shows you the contacts there are.
<@p.bye/>
