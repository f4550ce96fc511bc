<#import "parts.ftl" as p>
Subject: TLD-OPS, suivi : quelqu'un peut passer pour un contact administratif (${tld})

Pour votre information ; il n'y a rien à faire.

Un courriel au sujet de ${tld} est arrivé dont l'expéditeur peut passer
pour son contact administratif à l'IANA.

  Le contact :    ${admin}
  Dans From :     ${shown}
<#list foreign as it>
                  ${it}
</#list>
<#if counts?has_content>
  En réalité de : ${counts}
</#if>
  Quand :         ${at}

<#if counts?has_content>
L'adresse du contact ne figure que dans le nom à côté de la vraie. Le
courriel ne pouvait rien de plus que tout autre de cette vraie adresse.
<#else>
Les deux adresses se ressemblent sans être les mêmes. Rien n'a été fait
de ce que le courriel demande, et personne n'a reçu de réponse.
</#if>

Vous en êtes informé une fois par jour et par ccTLD, quel que soit le
nombre de ces courriels.
<#if last>

C'est la dernière lettre de ce genre pour 24 heures, car il y en a eu dix.
La suite figure dans le journal : demandez à l'opérateur de regarder
`tldops journal`.
</#if>
