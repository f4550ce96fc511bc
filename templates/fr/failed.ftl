<#import "parts.ftl" as p>
Subject: TLD-OPS : pas de réponse de ${tld}

Bonjour,

<#if invitation>
le contact administratif de l'IANA de ${tld} n'a pas répondu à notre
invitation en ${days} jours ouvrés, malgré un rappel. L'invitation a échoué,
et ${tld} reste parmi les ccTLD qui manquent.

Pour réessayer plus tard : tldops invite ${tldName}
<#else>
le contact administratif de l'IANA de ${tld} n'a pas répondu à notre
question en ${days} jours ouvrés, malgré un rappel. Rien n'a été changé ;
l'auteur de la demande en est informé.
</#if>

C'est le dossier ${number}. Vous n'avez rien à faire.
