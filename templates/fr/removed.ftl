<#import "parts.ftl" as p>
Subject: TLD-OPS : vous n'êtes plus contact de ${tld}

Bonjour ${person.name},

le contact administratif de l'IANA de ${tld} vous a retiré de ses
contacts ; vous n'êtes donc plus sur la liste de diffusion TLD-OPS pour
${tld}.

Merci d'avoir été là pour vos pairs. Si cela vous surprend, parlez-en à
votre contact administratif. Les coordonnées que vous avez gardées
restent confidentielles ; merci de les effacer.
<@p.bye/>
