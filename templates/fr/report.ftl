<#import "parts.ftl" as p>
Subject: Rapport TLD-OPS, du ${from} au ${to}

Bonjour,

voici ce qui s'est passé du ${from}
au ${to}.

  Invités :   ${invited}
  Admis :     ${admitted}
  Refusés :   ${denied}
  Échoués :   ${failed}

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
