<#import "parts.ftl" as p>
Subject: TLD-OPS: who makes room? ${p.about(tld, [newcomer])}

Dear IANA Admin Contact,

${tld} has ${present?size} SSCs on the TLD-OPS list, and ${max} is the most we admit.
This person is to join them:
<@p.do_not_forward/>

  ${newcomer.name}
    ${newcomer.email}
    ${newcomer.phone}

Who should make room? Please reply with one digit:

<#list present as it>
  ${it?counter}   ${it.person.name}, ${it.person.email}
</#list>
  0   nobody: leave everything as it is

Whoever you name leaves the list, and ${newcomer.name} takes the place.
The last day is ${last}.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
