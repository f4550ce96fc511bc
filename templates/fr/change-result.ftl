<#import "parts.ftl" as p>
Subject: TLD-OPS : la suite donnée à votre modification (${tld})

Bonjour,

<#switch result>
<#case "DONE">
la modification que vous avez envoyée pour ${tld} a été exécutée. Le
contact administratif de l'IANA en est informé et peut l'annuler pendant
${rules.undoHours} heures.
<#break>
<#case "DENIED">
le contact administratif de l'IANA de ${tld} n'a pas confirmé la
modification que vous demandiez ; tout reste donc comme avant. Si vous
pensez à une erreur, parlez-en à votre contact administratif.
<#break>
<#case "FAILED">
vous avez demandé une modification pour ${tld}. Son contact administratif
de l'IANA ne nous a pas répondu ; tout reste donc comme avant. Veuillez
en parler au sein de votre ccTLD, puis la renvoyer.
<#break>
<#case "OVERTAKEN">
il ne reste rien de la modification que vous avez envoyée pour ${tld} : ses
contacts ont changé entre-temps. S'il manque encore quelque chose, veuillez
la renvoyer.
<#break>
</#switch>
<@p.bye/>
