<#import "parts.ftl" as p>
Subject: TLD-OPS : votre admission a été annulée (${tld})

Bonjour ${person.name},

le contact administratif de l'IANA de ${tld} a annulé votre admission ;
vous n'êtes donc plus sur la liste de diffusion TLD-OPS pour ${tld}. Nous
avons effacé votre inscription ; la trace de cette décision demeure.

Si vous pensez à une erreur, parlez-en à votre contact administratif,
qui peut nous envoyer le formulaire à tout moment.
<@p.bye/>
