<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS : merci (urgent ${tld})

Merci. ${caller.name} sait que vous avez répondu, et personne d'autre
du ${tld} ne sera appelé. Le numéro, encore une fois :

  ${caller.phone}
<@p.bye/>
