<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: URGENT : veuillez appeler ${caller.name} (<#list of as it>${it}<#sep>, </#sep></#list>) pour ${tld}

Veuillez appeler

  ${caller.phone}

${caller.name}, SSC de <#list of as it>${it}<#sep>, </#sep></#list> sur la liste TLD-OPS, a besoin
de quelqu'un du ${tld} maintenant. Ce numéro est
celui qui est enregistré pour ce membre ; il ne vient d'aucun courriel.
<#if inPlaceOf??>
On vous appelle à la place de ${inPlaceOf}, en absence.
</#if>
<#if text?has_content>

Voici ses propres mots, que personne n'a vérifiés :

<#list text as line>
  | ${line}
</#list>
</#if>

Répondez ensuite à cette lettre par un mot quelconque, pour que
${caller.name} sache que vous vous en occupez et que personne d'autre ne
soit réveillé. Si vous ne pouvez pas aider, ne faites rien : au bout d'un
moment, le contact suivant du ${tld} est appelé.

Demandé le ${at}.
<@p.bye/>
