<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS: ${name} has left (${tld})

Hello,

${name} is no longer a Security and Stability Contact of
${tld} on the TLD-OPS list, by their own wish.

<#if left == 0>
${tld} has nobody on the list now, so it is taken off the public
directory. The administrative contact can name new contacts at any time:
the word help to ${list.request}
gets the form.
<#elseif left lt recommended>
${left} contact is left; we advise at least ${recommended}. The administrative
contact can name another: the word help to
${list.request} gets the form.
<#else>
${left} contacts are left. There is nothing to do.
</#if>
<@p.bye/>
