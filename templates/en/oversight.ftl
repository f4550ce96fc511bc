<#import "parts.ftl" as p>
Subject: TLD-OPS oversight: ${what} ${p.about(tld, people)}

For your information; there is nothing to do.

  What:     ${what}
  ccTLD:    ${tld}
<#list people as it>
  Person:   ${it.marked}, ${it.email}
</#list>
  Decided:  ${decider}
  Why:      ${reason}
  When:     ${at}
