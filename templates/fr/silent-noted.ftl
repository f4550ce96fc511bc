<#import "parts.ftl" as p>
Subject: TLD-OPS : noté (${tlds?join(", ")})

Cher contact administratif de l'IANA,

merci de votre réponse au sujet du contact silencieux de
${tlds?join(", ")}.
Rien n'a été modifié. S'il faut changer quelque chose, envoyez

<#list tlds as tld>
  modifier ${tld}
</#list>

à ${list.request}
et vous recevrez les données actuelles sous forme de formulaire.
<@p.bye/>
