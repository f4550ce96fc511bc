<#import "parts.ftl" as p>
Subject: TLD-OPS report, ${from} to ${to}

Hello,

this is what happened from ${from}
to ${to}.

  Invited:   ${invited}
  Admitted:  ${admitted}
  Denied:    ${denied}
  Failed:    ${failed}
<#if silent gt 0>

Silent for a long time: ${silent} of the contacts. They are asked, a few a
day; tldops reach tells who. Nobody is taken off by it.
</#if>

Waiting at present:

<#list waiting as it>
  case ${it.number}<#if it.tld??>, ${it.tld}</#if>, ${it.stage}, since ${it.since}
<#else>
  nothing
</#list>

<#if moved?has_content>
Another admin contact at IANA:

<#list moved as it>
  ${it.tld}, ${it.day}, <#if it.confirmed>contacts confirmed<#else>contacts to be re-confirmed</#if>
</#list>

</#if>
There is nothing you must do.
