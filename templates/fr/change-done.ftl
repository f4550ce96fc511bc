<#import "parts.ftl" as p>
Subject: TLD-OPS : <#if provisional && !tech>c'est fait ; était-ce vous ?<#else>les contacts sont modifiés</#if> (${tld})

Cher contact administratif de l'IANA,

<#if tech && delegate??>
le contact technique qu'indique la base de l'IANA a modifié les contacts
de ${tld} :
${delegate}
<#if provisional>
Sa réponse contenait le secret de notre question, mais nous n'avons pas
pu vérifier qu'elle venait de cette adresse.
</#if>
<#elseif delegate??>
votre délégué a modifié les contacts de ${tld} :
${delegate}
<#elseif provisional>
quelqu'un a répondu à notre question sur ${tld}. La réponse contenait son
secret, mais nous n'avons pas pu vérifier qu'elle venait de vous. Elle a
été exécutée.
<#else>
comme vous l'avez demandé, les contacts de ${tld} ont été modifiés.
</#if>

<@p.do_not_forward/>

<@p.effect changed added removed/>
Les contacts de ${tld} sont maintenant :

<@p.entries after/>
<@p.phones changed?map(it -> it.after.person) + added?map(it -> it.person)/>
<#if !after?has_content>

Sans aucun contact, ${tld} ne figure plus dans le répertoire public.
</#if>
<#if single>

${tld} a un seul contact ; nous en recommandons au moins ${rules.recommended}, pour le
jour où l'un d'eux ne peut pas être joint.
</#if>
<@p.risk risk/>

Toutes les personnes concernées sont prévenues. À une nouvelle adresse,
les coordonnées ne partent que lorsqu'elle a répondu.

Si c'est une erreur, répondez à cette lettre par le seul mot

  annuler   (ou undo)

avant le ${until}.
<#if provisional>
Pendant ${rules.holdHours} heures, les nouvelles adresses ne reçoivent aucune
coordonnée.
</#if>
<@p.bye/>
