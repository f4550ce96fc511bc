<#import "parts.ftl" as p>
Subject: [${list.name}] TLD-OPS memberships reminder

Dear ${name},

this is edition ${edition.number} of the TLD-OPS contact list, of ${edition.day}.

<#if entries?has_content>
Your own entry:

<#list entries as line>
${line}
</#list>

If it is right you need do nothing. A reply with the word ok tells us so.
<#if confirmed??>
You last did on ${confirmed}.
</#if>
If it is wrong, send the word help to:

  ${list.request}
<#else>
You receive it as an observer of the list<#if until??>, until ${until}</#if>.
</#if>
