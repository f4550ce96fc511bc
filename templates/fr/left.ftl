<#import "parts.ftl" as p>
Subject: TLD-OPS : un contact est parti (${tld}, ${person.name})

Cher contact administratif de l'IANA,

de son propre gré, ce contact de ${tld} a quitté la liste et n'en reçoit
plus rien :

  ${person.name}

<#if rest?has_content>
Les contacts de ${tld} sont maintenant :

<#list rest as it>
  ${it.name}
</#list>
<#if (rest?size < rules.recommended)>

Nous en recommandons au moins ${rules.recommended}, pour le jour où l'un d'eux ne peut
pas être joint.
</#if>
<#else>
${tld} n'a plus de contact et ne figure plus dans le répertoire public.
</#if>

Pour nommer quelqu'un d'autre, envoyez la commande modifier ${tldName}
depuis cette adresse à
${list.request}.
<@p.bye/>
