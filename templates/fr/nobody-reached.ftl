<#import "parts.ftl" as p>
Subject: TLD-OPS : <#if none>personne de ${tld} ne peut être joint<#else>un contact de ${tld} ne peut être joint</#if>

Bonjour,

notre courrier à <#if lost?size == 1>ce contact<#else>ces contacts</#if> de ${tld} nous revient :

<#list lost as it>
  ${it.name} (${p.ordinal(it.rank)})
    injoignable depuis le ${it.since}
</#list>

<#if none>
Aucun autre contact de ${tld} n'a d'adresse qui fonctionne.
<#elseif colleagues == 0>
Aucun autre contact de ${tld} n'a pu être informé.
<#elseif colleagues == 1>
Un autre contact de ${tld} a reçu un formulaire pour pourvoir la place.
<#else>
${colleagues} autres contacts de ${tld} ont reçu un formulaire pour pourvoir
la place.
</#if>
<#if admin>
Le contact administratif de l'IANA a reçu un formulaire pour pourvoir la
place.
<#else>
Le contact administratif de l'IANA n'a pas pu être informé : l'IANA ne
donne pas d'adresse, ou le courrier nous en revient.
</#if>

Personne n'a été retiré. Peut-être connaissez-vous là-bas quelqu'un à
appeler. Noté le ${at}.
<@p.bye/>
