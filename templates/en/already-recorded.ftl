<#import "parts.ftl" as p>
Subject: TLD-OPS: your answer is recorded already (${tld})

Hello,

thank you, but this question about ${tld} is settled already.
<#switch outcome>
<#case "ADMITTED">
<#case "CHANGED">
The change was confirmed
<#break>
<#case "DENIED">
The change was denied
<#break>
<#case "FAILED">
It was closed because no answer came in time
<#break>
<#case "CLOSED">
The Secretariat closed it
<#break>
<#case "SUPERSEDED">
A newer question took its place
<#break>
<#case "UNDONE">
The change was made and then taken back
<#break>
<#default>
It was answered
</#switch>
on ${at}.
Nothing more has been changed.

If that was not what you wanted, send the form with the contacts as they
should be to ${list.request}.
<@p.bye/>
