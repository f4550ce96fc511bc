<#import "parts.ftl" as p>
Subject: TLD-OPS : votre inscription a été modifiée (${tld})

Bonjour ${turn.after.person.name},

votre inscription pour ${tld} sur la liste TLD-OPS a été modifiée, avec
l'accord de votre contact administratif de l'IANA :

<@p.turn turn/>
<@p.phones [turn.after.person]/>

Si quelque chose est faux, envoyez la commande modifier à
${list.request}
et corrigez-le, ou parlez-en à votre contact administratif.
<@p.bye/>
