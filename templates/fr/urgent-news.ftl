<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS : urgent ${tld} : <#switch news><#case "NEXT_ASKED">le contact suivant est appelé<#break><#case "DELIVERED">nos lettres sont parties<#break><#case "FAILED">une adresse est injoignable<#break><#case "ANSWERED">réponse de ${called[0].person.name}<#break><#case "NOBODY">personne n'a répondu<#break><#case "OVER">personne n'a répondu en un jour<#break></#switch>

Bonjour,

<#switch news>
<#case "NEXT_ASKED">
personne du ${tld} n'a répondu ; le contact suivant est donc appelé.
Appelés jusqu'ici :
<@o.asked called/>
<@o.next .data_model/>
<#break>
<#case "DELIVERED">
voici ce que sont devenues nos lettres au ${tld} :
<@o.asked called/>

« Parti » veut dire que le serveur de courriel l'a pris ; savoir si c'est
lu est autre chose.
<#break>
<#case "FAILED">
une de nos lettres n'a pas pu être remise :
<@o.asked called/>

Les autres adresses et le téléphone sont toujours bons, à notre
connaissance.
<#break>
<#case "ANSWERED">
<#list called as it>
${it.person.name} (${p.ordinal(it.rank)}) du ${tld} a répondu. Personne d'autre ne sera
appelé. Le numéro que nous avons :

  ${it.person.phone}
</#list>
<#if words?has_content>

La réponse :

<#list words as line>
  | ${line}
</#list>
</#if>
<#break>
<#case "NOBODY">
tous les contacts du ${tld} qui peuvent être appelés l'ont été, et
personne ne nous a répondu :
<@o.asked called/>

Si quelqu'un répond dans la journée, vous l'apprendrez. La commande
who ${tldName} montre tous les numéros et l'heure qu'il y est.
<#break>
<#case "OVER">
un jour est passé et personne de ${tld} n'a répondu : nous ne demandons
plus personne. Demandés jusqu'ici :
<@o.asked called/>

Est-ce encore urgent ? Renvoyez la commande, ou appelez vous-même :
who ${tldName} montre tous les numéros et l'heure qu'il est là-bas.
<#break>
</#switch>
<@p.bye/>
