<#import "parts.ftl" as p>
Subject: TLD-OPS : nous n'avons pas compris votre courriel<#if tld??> (${tld})</#if>

Bonjour,

merci pour votre courriel<#if tld??> concernant ${tld}</#if>. Un programme l'a lu et n'y a rien
trouvé sur quoi agir. Rien n'a été changé.

Un mot comme confirmer, refuser ou annuler ne compte qu'en réponse à la
lettre qui le demande.

<@p.commands rules.max/>

Si une personne doit lire votre courriel, envoyez-le à
${contact}.
<@p.bye/>
