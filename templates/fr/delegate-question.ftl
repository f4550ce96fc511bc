<#import "parts.ftl" as p>
Subject: TLD-OPS : <#if ends>votre délégué ne doit-il plus l'être<#else>est-ce votre délégué</#if> ? (${tld})

Cher contact administratif de l'IANA,

<#if ends>
quelqu'un nous a demandé en votre nom que cette adresse ne parle plus
pour vous pour ${tld} :
<#else>
quelqu'un nous a demandé en votre nom de laisser cette adresse parler
pour vous pour ${tld} jusqu'au ${until} :
</#if>

  ${delegate}

<@p.do_not_forward/>

<#if again>
Nous vous posons cette question une fois de plus ; veuillez répondre à
cette lettre et non à la précédente.

</#if>
<#if !ends>
Un délégué peut modifier, ajouter et retirer les contacts de ${tld}, par
des courriels vérifiés seulement. Vous êtes informé de chaque acte et
pouvez l'annuler pendant ${rules.undoHours} heures. Cela cesse aussitôt que la base de
l'IANA nomme un autre contact que vous. Votre réponse ne compte que si
nous pouvons vérifier qu'elle vient de vous.

</#if>
<@p.verdict false tld/>

Dernier jour : ${last}.

<@p.from_iana/>
<@p.bye/>
