<#import "parts.ftl" as p>
Subject: TLD-OPS: contacts who do not answer (${lost?map(it -> it.tld)?join(", ")})

Hello,

these contacts have not answered our letters, and their administrative
contacts have not either:

<#list lost as it>
  ${it.tld}: ${it.name}
    not heard from since ${it.since}
    <#if it.asked??>the administrative contact was asked on
    ${it.asked}<#else>there is no other administrative contact to ask</#if>
</#list>

They stay on the list; nobody is taken off by silence, and in a year we
ask again. Perhaps you know somebody there?
<@p.bye/>
