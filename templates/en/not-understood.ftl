<#import "parts.ftl" as p>
Subject: TLD-OPS: we did not understand your mail<#if tld??> (${tld})</#if>

Hello,

thank you for your mail<#if tld??> about ${tld}</#if>. It was read by a program, which
could not find in it anything it can act on. Nothing has been changed.

A word such as confirm, deny or undo counts only as a reply to the
letter that asks for it.

<@p.commands rules.max/>

If a person should read your mail, please send it to
${contact}.
<@p.bye/>
