<#import "parts.ftl" as p>
Subject: Votre inscription a été reprise sur la nouvelle liste TLD-OPS

Bonjour ${person.name},

la liste TLD-OPS est passée à un nouveau robot de messagerie, et avec
elle votre inscription comme contact de sécurité et de stabilité (SSC)
de ${tld} :

  ${person.name} (${p.ordinal(rank)})
    ${person.email}
    ${person.phone}

Veuillez répondre à cette lettre par un mot quelconque, pour que nous
sachions que votre adresse fonctionne et que vous êtes toujours là.
D'ici là, aucune coordonnée ne vous est envoyée.

Si l'inscription est inexacte, ou si vous n'êtes plus responsable de
${tld}, dites-le-nous à ${contact}.

<@p.purpose/>

Rien d'autre ne change pour vous. Pour savoir ce que vous pouvez
demander, envoyez le mot aide à :

  ${list.request}

<@p.about_list/>
<@p.bye/>
