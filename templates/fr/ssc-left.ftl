<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS : départ de ${name} (${tld})

Bonjour,

${name} n'est plus contact de sécurité et de stabilité de
${tld} sur la liste TLD-OPS, par sa propre volonté.

<#if left == 0>
${tld} n'a plus personne sur la liste et sort donc du répertoire
public. Le contact administratif peut nommer de nouveaux contacts à tout
moment : le mot help à ${list.request}
donne le formulaire.
<#elseif left lt recommended>
Il en reste ${left} ; nous en conseillons au moins ${recommended}. Le contact
administratif peut en nommer un autre : le mot help à
${list.request} donne le formulaire.
<#else>
Il reste ${left} contacts. Il n'y a rien à faire.
</#if>
<@p.bye/>
