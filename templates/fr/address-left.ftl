<#import "parts.ftl" as p>
Subject: TLD-OPS : cette adresse n'est plus utilisée (${tld})

Bonjour ${person.name},

votre inscription pour ${tld} sur la liste TLD-OPS porte maintenant une
autre adresse, avec l'accord de votre contact administratif de l'IANA.
Plus rien ne part vers celle-ci, et rien de ce qu'elle envoie ne compte
plus pour cette inscription.

Si vous n'en savez rien, parlez-en à votre contact administratif, qui
peut l'annuler pendant ${rules.undoHours} heures, ou écrivez à
${contact}.
<@p.bye/>
