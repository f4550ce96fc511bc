<#import "parts.ftl" as p>
Subject: TLD-OPS: taken back ${p.about(tld, removed)}

Dear IANA Admin Contact,

<#if operator>
the last change for ${tld} has been taken back by the operator of
the list.
<#else>
as you asked, the last change for ${tld} has been taken back.
</#if>

<#list removed as it>
  No longer on the list: ${it.name}, ${it.email}
</#list>
<#list changed as it>
  As before: ${it.name}, ${it.email}
</#list>
<#list restored as it>
  To be on the list again: ${it.name}, ${it.email}
</#list>
<#if restored?has_content>

Whoever returns is a member again as soon as an answer has come from
that address; we have written to it.
</#if>

Did somebody forward or answer our question without your knowledge? Then
please tell us at ${contact}.
<@p.bye/>
