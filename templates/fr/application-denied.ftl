<#import "parts.ftl" as p>
Subject: TLD-OPS : votre demande n'a pas été confirmée (${tld})

Bonjour,

vous avez demandé à rejoindre la liste de diffusion TLD-OPS pour ${tld}.
Le contact administratif de l'IANA de ${tld} n'a pas confirmé que vous
êtes responsable de sa sécurité et de sa stabilité ; nous ne pouvons
donc pas vous admettre.

Nous ne gardons aucune des données que vous avez envoyées, hormis la
trace de cette décision. Si vous pensez à une erreur, parlez-en à votre
contact administratif, qui peut nous envoyer le formulaire à tout
moment. Vous-même pouvez refaire une demande après ${daysUntilAgain} jours.
<@p.bye/>
