<#import "parts.ftl" as p>
Subject: TLD-OPS : pas de réponse de votre contact ${p.about(tld, [person])}

Cher contact administratif de l'IANA,

nous avons souhaité la bienvenue à ce contact de ${tld} et demandé une
réponse quelconque, pour savoir que l'adresse fonctionne. En ${days} jours
ouvrés, rien n'est venu :

  ${person.name}
    ${person.email}
    ${person.phone}

Pourriez-vous demander si notre lettre de bienvenue est arrivée ? Toute
réponse à cette lettre suffit. D'ici là, aucune coordonnée n'est envoyée
à cette adresse.

Si l'adresse est fausse, envoyez le formulaire avec la bonne, depuis
l'adresse de la base de l'IANA, à
${list.request}.
<@p.bye/>
