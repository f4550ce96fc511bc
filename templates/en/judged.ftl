<#import "parts.ftl" as p>
Subject: TLD-OPS: your word is recorded<#if tld??> (${tld})</#if>

Hello,

<#if done>
done for case ${number}<#if tld??> about ${tld}</#if>:
<#switch word>
<#case "RELEASE">
the IANA address is asked again.
<#break>
<#case "EXTEND">
we wait ${days} more working days.
<#break>
<#case "CLOSE">
it is closed, and whoever asked is told.
<#break>
<#default>
${word?lower_case}.
</#switch>
<#else>
your word ${word?lower_case} could not be carried out for case ${number}<#if tld??> about ${tld}</#if>:
either it is over already, or this word does not apply to it. You can
see how it stands with: tldops cases
</#if>
