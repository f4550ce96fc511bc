<#import "parts.ftl" as p>
Subject: Your entry on the TLD-OPS list

<#if confirmed>
Thank you! We have noted that your entry is right.
<#else>
Thank you for your answer to the reminder. We could not read it as ok, so
nothing has changed. If your entry is right, please reply to the reminder
with the word ok and nothing else on the first line. If something has to
change, send the word help to:

  ${list.request}

and you get back a letter with instructions.
</#if>
<#if entries?has_content>

Your entry:

<#list entries as line>
${line}
</#list>
</#if>
<@p.bye/>
