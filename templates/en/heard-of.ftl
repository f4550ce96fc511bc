<#import "parts.ftl" as p>
Subject: TLD-OPS: good to hear from you

<#if confirmed>
Thank you! We have noted that you are there and that your entry is right.
<#else>
Thank you, we have noted that you are there. Nothing of your entry has
changed. If something has to, send the word modify to
${list.request};
if you are no longer this contact, the word unsubscribe.
</#if>

Your entry:

<#list lines as line>
${line}
</#list>
<@p.bye/>
