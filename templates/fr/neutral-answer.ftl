<#import "parts.ftl" as p>
Subject: TLD-OPS : à propos de votre courriel

Bonjour,

merci pour votre courriel à ${list.request}.

Nous n'avons pas pu vérifier qui l'a envoyé. Si cette adresse nous est
connue, une réponse est en route vers elle, dans une lettre à part.

Sinon, le mot help, envoyé à la même adresse, vous dit comment rejoindre
la liste.
<@p.bye/>
