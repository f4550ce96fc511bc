<#import "parts.ftl" as p>
Subject: TLD-OPS : c'est fait ; était-ce vous ? ${p.about(tld, added)}

Cher contact administratif de l'IANA,

quelqu'un a répondu à notre question sur ${tld}. La réponse contenait son
secret, mais nous n'avons pas pu vérifier qu'elle venait de vous.

<@p.do_not_forward/>

La réponse a été exécutée :

<#list added as it>
  Ajout : ${it.name}, ${it.email}
</#list>
<#list removed as it>
  Retrait : ${it.name}, ${it.email}
</#list>
<@p.risk risk/>

Si c'était vous, il n'y a rien à faire.

Sinon, répondez à cette lettre par le seul mot

  annuler   (ou undo)

avant le ${until}. Pendant ${rules.holdHours} heures, les
nouveaux membres ne reçoivent aucune coordonnée et ne peuvent pas écrire
à la liste.
<@p.bye/>
