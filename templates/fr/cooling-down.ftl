<#import "parts.ftl" as p>
Subject: TLD-OPS : il manque une preuve (${tlds?join(", ")})

Cher contact administratif de l'IANA,

merci de votre réponse sur

<#list tlds as it>
  ${it}
</#list>

Elle contenait la référence de notre lettre, mais nous n'avons pas pu
vérifier que le courriel venait de votre adresse.

<#if until??>
Comme la base de l'IANA indique depuis peu un autre contact, les deux
preuves sont nécessaires jusqu'au
${until}.
Rien n'a été modifié.
<#else>
Comme la base de l'IANA indique un autre contact qu'avant, les deux
preuves sont nécessaires pendant quelques jours. Rien n'a été modifié.
</#if>

Vous pouvez

* renvoyer la même réponse d'une façon dont votre domaine se porte
  garant : avec le logiciel que vous utilisez chaque jour pour cette
  adresse ; ou
* répondre encore une fois à notre lettre <#if until??>après ce jour<#else>une fois ces jours passés</#if>.
<@p.bye/>
