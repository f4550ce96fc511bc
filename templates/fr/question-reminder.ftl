<#import "parts.ftl" as p>
Subject: Rappel : TLD-OPS, veuillez confirmer ou refuser ${p.about(tld, p.persons(newcomers))}

Cher contact administratif de l'IANA,

il y a quelques jours, nous vous avons posé une question sur ${tld}, et
nous n'avons pas encore de réponse.

<@p.do_not_forward/>

<#if newcomers?size == 1>
Si vous confirmez, cette personne devient membre de la liste de
<#else>
Si vous confirmez, ces personnes deviennent membres de la liste de
</#if>
diffusion TLD-OPS, réservée aux contacts de sécurité et de stabilité des
ccTLD :

<@p.contacts newcomers/>

<@p.doubts doubts/>
<@p.verdict blockable tld/>

Dernier jour : ${last}.
Sans réponse d'ici là, rien ne change.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
