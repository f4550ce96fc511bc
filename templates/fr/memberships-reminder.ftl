<#import "parts.ftl" as p>
Subject: [${list.name}] TLD-OPS memberships reminder

Bonjour ${name},

voici l'édition ${edition.number} de la liste des contacts TLD-OPS, du ${edition.day}.

<#if entries?has_content>
Votre propre entrée :

<#list entries as line>
${line}
</#list>

Si elle est exacte, vous n'avez rien à faire. Une réponse avec le mot ok
nous le confirme.
<#if confirmed??>
Votre dernière confirmation : ${confirmed}.
</#if>
Si elle ne l'est pas, envoyez le mot help à :

  ${list.request}
<#else>
Vous la recevez comme observateur de la liste<#if until??>, jusqu'au ${until}</#if>.
</#if>
