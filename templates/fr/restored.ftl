<#import "parts.ftl" as p>
Subject: TLD-OPS : ${person.name} <#if answer == "CAME">est de retour<#else>ne revient pas</#if> (${tld})

Cher contact administratif de l'IANA,

vous avez annulé le retrait de ${person.name} des contacts de ${tld}.
<#switch answer>
<#case "CAME">
Une réponse est venue de cette adresse : ${person.name} est de nouveau
contact de ${tld}.
<#break>
<#case "DECLINED">
La réponse de cette adresse était non : rien ne change.
<#break>
<#case "NO_PLACE">
Un oui est venu de cette adresse, mais toutes les places sont prises
entre-temps, ou l'adresse y figure déjà ; rien n'a donc changé.
<#break>
</#switch>

La commande modifier ${tldName} vous montre les contacts actuels.
<@p.bye/>
