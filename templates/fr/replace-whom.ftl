<#import "parts.ftl" as p>
Subject: TLD-OPS : qui cède sa place ? ${p.about(tld, [newcomer])}

Cher contact administratif de l'IANA,

une nouvelle personne doit rejoindre la liste TLD-OPS pour ${tld},
mais les ${max} places sont prises. Qui cède la sienne ?

<@p.do_not_forward/>

Doit rejoindre la liste :

  ${newcomer.marked}
    ${newcomer.email}
    ${newcomer.phone}

<@p.doubts doubts/>
Veuillez répondre par un seul chiffre, pour qui doit partir :

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
