<#import "parts.ftl" as p>
Subject: TLD-OPS report, ${from} to ${to}

Hello,

this is what happened from ${from}
to ${to}.

  Invited:   ${invited}
  Admitted:  ${admitted}
  Denied:    ${denied}
  Failed:    ${failed}

Waiting at present:

<#list waiting as it>
  case ${it.number}<#if it.tld??>, ${it.tld}</#if>, ${it.stage}, since ${it.since}
<#else>
  nothing
</#list>

There is nothing you must do.
