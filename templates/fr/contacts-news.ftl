<#import "parts.ftl" as p>
<#switch news>
<#case "CHANGED"><#assign what = "autre contact administratif à l'IANA"><#break>
<#case "RECONFIRMED"><#assign what = "contacts reconfirmés"><#break>
<#case "DENIED"><#assign what = "contacts non reconfirmés"><#break>
<#default><#assign what = "le nouveau contact n'a pas répondu">
</#switch>
Subject: TLD-OPS, suivi : ${what} (${tlds?join(", ")})

<#switch news>
<#case "CHANGED">
Pour information ; il n'y a rien à faire. Deux lectures de la base de
l'IANA concordent : elle indique un autre contact administratif.

<#break>
<#case "RECONFIRMED">
Pour information ; il n'y a rien à faire. Le nouveau contact
administratif dit que les contacts sont les bons.

<#break>
<#case "DENIED">
Le nouveau contact administratif dit que les contacts ne sont pas les
bons. Cela ne retire personne : nous lui avons dit comment les modifier.
Peut-être voudrez-vous lui proposer votre aide.

<#break>
<#case "UNANSWERED">
Le nouveau contact administratif n'a pas répondu en ${days} jours ouvrés.
Personne n'est retiré ; les contacts restent marqués « à reconfirmer ».
Peut-être connaissez-vous un autre moyen de le joindre.

<#break>
<#case "UNDELIVERED">
Notre lettre au nouveau contact administratif est revenue. Personne n'est
retiré ; les contacts restent marqués « à reconfirmer ». Peut-être
connaissez-vous un autre moyen de le joindre.

<#break>
</#switch>
<#list tlds as it>
  ccTLD :   ${it}
</#list>
<#if before??>
  Avant :   ${before}
</#if>
<#if now??>
  Maintenant : ${now}
</#if>
