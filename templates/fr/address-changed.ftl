<#import "parts.ftl" as p>
Subject: TLD-OPS : veuillez répondre depuis votre nouvelle adresse (${tld})

Bonjour ${person.name},

votre inscription pour ${tld} sur la liste TLD-OPS porte maintenant cette
adresse, avec l'accord de votre contact administratif de l'IANA :

  ${person.email}

Veuillez répondre à cette lettre par un mot quelconque, pour que nous
sachions qu'elle fonctionne. Nous n'envoyons de coordonnées qu'aux
adresses qui ont répondu ; d'ici là, vous n'en recevez aucune. Si rien ne
vient en ${proofDays} jours ouvrés, nous interrogeons votre contact
administratif.
<#if rosterFrom??>
Les coordonnées et l'envoi à la liste vous sont de nouveau ouverts à
partir du ${rosterFrom}.
</#if>

<@p.do_not_forward/>
<@p.bye/>
