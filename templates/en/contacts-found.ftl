<#import "parts.ftl" as p>
Subject: TLD-OPS: the contacts of <#list asked as tld>${tld}<#sep>, </#list>

Hello,

your mail to ${list.post}

  Subject: ${subject}

asks for the contacts of <#list asked as tld>${tld}<#sep>, </#list>
and for nothing else, as far as a program can tell.
<#if reads>
<#if contacts?has_content>

Here they are, at once and to you alone:

<#list contacts as line>
${line}
</#list>
</#if>
<#if without?has_content>

Nobody on the list stands for <#list without as tld>${tld}<#sep>, </#list>.
</#if>
<#else>

Contact data goes to security and stability contacts whose address has
answered us, so we can not give it to you here. If you are one, it comes
with the command who, sent to
${list.request}.
</#if>

Your mail has gone to nobody else. If it should go to all members after
all, reply to this letter with the one word

  post

by ${until}.
<#if contacts?has_content>

<@p.confidential/>
</#if>
<@p.bye/>
