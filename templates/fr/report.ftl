<#import "parts.ftl" as p>
Subject: Rapport TLD-OPS, du ${from} au ${to}

Bonjour,

voici ce qui s'est passé du ${from}
au ${to}.

  Invités :   ${invited}
  Admis :     ${admitted}
  Refusés :   ${denied}
  Échoués :   ${failed}
<#if silent gt 0>

Sans nouvelles depuis longtemps : ${silent} des contacts. Ils sont interrogés,
quelques-uns par jour ; tldops reach dit lesquels. Personne n'est retiré
pour cela.
</#if>

En attente à présent :

<#list waiting as it>
  dossier ${it.number}<#if it.tld??>, ${it.tld}</#if>, ${it.stage}, depuis le ${it.since}
<#else>
  rien
</#list>

<#if moved?has_content>
Autre contact administratif à l'IANA :

<#list moved as it>
  ${it.tld}, ${it.day}, <#if it.confirmed>contacts confirmés<#else>contacts à reconfirmer</#if>
</#list>

</#if>
Vous n'avez rien à faire.
