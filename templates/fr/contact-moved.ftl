<#import "parts.ftl" as p>
Subject: TLD-OPS : l'IANA indique un autre contact administratif (${tlds?join(", ")})

Bonjour,

la base de données de l'IANA indique un autre contact administratif que
cette adresse pour :

<#list tlds as it>
  ${it}
</#list>

Elle indique maintenant ${now}

Nous l'avons lu deux fois, à quelques heures d'intervalle. Dès à présent,
il n'est plus possible de répondre aux questions que nous vous avions
envoyées sur ${(tlds?size == 1)?then("ce ccTLD", "ces ccTLD")}, et ce que vous y aviez lancé passe au
nouveau contact. Personne n'a été retiré de la liste.

Si tout est en ordre, il n'y a rien à faire, et nous vous remercions de
votre contribution.

Si cela vous surprend, veuillez faire corriger la fiche à l'IANA et nous
le dire : ${contact}
<#if urls.iana??>
La base de l'IANA : ${urls.iana}
</#if>
<@p.bye/>
