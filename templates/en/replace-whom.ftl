<#import "parts.ftl" as p>
Subject: TLD-OPS: who makes room? ${p.about(tld, [newcomer])}

Dear IANA Admin Contact,

somebody new is to join the TLD-OPS list for ${tld}, but
all ${max} places are taken. Who makes room?

<@p.do_not_forward/>

This person is to join:

  ${newcomer.marked}
    ${newcomer.email}
    ${newcomer.phone}

<@p.doubts doubts/>
Please reply with one digit, for who is to leave:

<#list present as it>
  ${it?counter}   ${it.person.name}, ${it.person.email}
</#list>
  0   nobody: leave everything as it is

Whoever you name leaves the list, and ${newcomer.name} takes the place.
The last day is ${last}.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
