<#import "parts.ftl" as p>
Subject: TLD-OPS: what became of your change (${tld})

Hello,

<#switch result>
<#case "DONE">
the change that you sent for ${tld} has been carried out. The IANA
administrative contact is told and can take it back for
${rules.undoHours} hours.
<#break>
<#case "DENIED">
the IANA administrative contact of ${tld} did not confirm the change that
you asked for, so everything stays as it is. If you think it is a
mistake, please talk to your administrative contact.
<#break>
<#case "FAILED">
you asked for a change for ${tld}. Its IANA administrative contact has
not answered us, so everything stays as it is. Please take it up inside
your ccTLD and then send it again.
<#break>
<#case "OVERTAKEN">
nothing is left of the change that you sent for ${tld}: its contacts have
changed meanwhile. If something is still missing, please send it again.
<#break>
</#switch>
<@p.bye/>
