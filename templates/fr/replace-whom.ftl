<#import "parts.ftl" as p>
Subject: TLD-OPS : qui cède sa place ? ${p.about(tld, [newcomer])}

Cher contact administratif de l'IANA,

${tld} compte ${present?size} contacts (SSC) sur la liste TLD-OPS, et nous en
admettons ${max} au plus. Cette personne doit les rejoindre :
<@p.do_not_forward/>

  ${newcomer.name}
    ${newcomer.email}
    ${newcomer.phone}

Qui doit céder sa place ? Veuillez répondre par un seul chiffre :

<#list present as it>
  ${it?counter}   ${it.person.name}, ${it.person.email}
</#list>
  0   personne : tout reste en l'état

La personne que vous désignez quitte la liste, et ${newcomer.name}
prend sa place.
Dernier jour : ${last}.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
