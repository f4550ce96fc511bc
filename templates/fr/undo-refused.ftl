<#import "parts.ftl" as p>
Subject: TLD-OPS : ce changement ne peut pas être annulé (${tld})

Bonjour,

vous nous avez demandé d'annuler un changement pour ${tld}. Ce n'est pas
possible :
<#switch obstacle>
<#case "TOO_LATE">
le délai de ${rules.undoHours} heures est passé.
<#break>
<#case "CHANGED_SINCE">
autre chose a été changé depuis, qui repose sur lui.
<#break>
<#case "CONTACT_CHANGED">
le contact administratif a changé depuis dans la base de l'IANA.
<#break>
<#case "LEFT_HIMSELF">
le contact est parti de son propre gré, et personne d'autre ne peut
revenir là-dessus.
<#break>
<#case "UNPROVED">
une messagerie s'est portée garante de l'auteur de ce changement, et aucune
ne se porte garante de votre courriel.
<#break>
<#case "NOT_YOU">
seul le contact administratif de l'IANA de ${tld} le peut, et nous n'avons
pas pu vérifier que votre courriel venait de lui.
<#break>
</#switch>
<#if obstacle == "UNPROVED">

Ce que vous pouvez faire : répondez encore une fois « undo » à notre avis de
ce changement, depuis une messagerie qui signe ses courriels ; c'est
possible pendant ${rules.undoHours} heures. Si vous n'en avez pas, ou si le changement ne
venait pas de vous, écrivez à ${contact}.
<#else>

Ce que vous pouvez faire : envoyez le formulaire avec les contacts tels
qu'ils doivent être, depuis l'adresse de la base de l'IANA, à
${list.request}. Le mot help envoyé à cette
adresse vous le montre.
</#if>
<@p.bye/>
