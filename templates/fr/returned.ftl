<#import "parts.ftl" as p>
Subject: TLD-OPS : vous êtes de nouveau contact de ${tld}

Bonjour ${person.name},

merci de votre réponse. Vous êtes de nouveau contact de ${tld}, et tout
est comme avant. Votre contact administratif de l'IANA en est informé.
<@p.bye/>
