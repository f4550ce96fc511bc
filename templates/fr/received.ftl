<#import "parts.ftl" as p>
Subject: TLD-OPS : votre demande est bien reçue (${tld})

Bonjour,

merci de demander à rejoindre la liste de diffusion TLD-OPS pour ${tld}.
Nous avons prié le contact administratif de l'IANA de ${tld} de confirmer
votre demande. Vous aurez de nos nouvelles dès sa réponse, au plus tard
après le ${last}.

Inutile de demander à nouveau. Vous pouvez, si vous le souhaitez, dire à
votre contact administratif que notre lettre l'attend.
<@p.bye/>
