<#import "parts.ftl" as p>
Subject: TLD-OPS : votre modification est bien reçue (${tld})

Bonjour,

merci. Nous avons prié le contact administratif de l'IANA de ${tld} de
confirmer la modification demandée. D'ici là, tout reste comme
avant. Vous aurez de nos nouvelles dès sa réponse, au plus tard après le
${last}.

Inutile de demander à nouveau.
<@p.bye/>
