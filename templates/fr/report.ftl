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

Vous n'avez rien à faire.
