<#import "parts.ftl" as p>
Subject: TLD-OPS : des contacts qui ne répondent pas (${lost?map(it -> it.tld)?join(", ")})

Bonjour,

ces contacts n'ont pas répondu à nos lettres, et leurs contacts
administratifs non plus :

<#list lost as it>
  ${it.tld} : ${it.name}
    sans nouvelles depuis le ${it.since}
    <#if it.asked??>le contact administratif a été interrogé le
    ${it.asked}<#else>il n'y a pas d'autre contact administratif</#if>
</#list>

Ils restent sur la liste ; personne n'est retiré par son silence, et dans
un an nous leur redemanderons. Peut-être y connaissez-vous quelqu'un ?
<@p.bye/>
