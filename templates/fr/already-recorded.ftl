<#import "parts.ftl" as p>
Subject: TLD-OPS : votre réponse est déjà enregistrée (${tld})

Bonjour,

merci, mais cette question sur ${tld} est déjà réglée.
<#switch outcome>
<#case "ADMITTED">
<#case "CHANGED">
Le changement a été confirmé
<#break>
<#case "DENIED">
Le changement a été refusé
<#break>
<#case "FAILED">
Elle a été close faute de réponse à temps
<#break>
<#case "CLOSED">
Le Secrétariat l'a close
<#break>
<#case "SUPERSEDED">
Une question plus récente l'a remplacée
<#break>
<#case "UNDONE">
Le changement a été fait, puis annulé
<#break>
<#default>
La réponse est arrivée
</#switch>
le ${at}.
Rien d'autre n'a été changé.

Si ce n'est pas ce que vous vouliez, envoyez le formulaire avec les
contacts tels qu'ils doivent être à
${list.request}.
<@p.bye/>
