<#import "parts.ftl" as p>
Subject: TLD-OPS : votre courriel à la liste

Bonjour,

votre courriel à ${list.post} n'est allé à personne.

<#if verified>
Seuls les membres de la liste y écrivent : les contacts de sécurité et
de stabilité des ccTLD. Cette adresse n'est pas l'une des leurs.
<#else>
Seuls les membres de la liste y écrivent, et nous n'avons pas pu vérifier
qui a envoyé ce courriel. Si cette adresse nous est connue, une question
à ce sujet lui parvient dans une lettre à part.
</#if>

Pour rejoindre la liste, ou pour joindre un ccTLD, envoyez le mot help à
${list.request}.

Si une personne doit lire votre courriel, envoyez-le à
${contact}.
<@p.bye/>
