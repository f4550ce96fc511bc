<#import "parts.ftl" as p>
Subject: TLD-OPS : veuillez confirmer les contacts ${p.about(tld, p.persons(newcomers))}

Cher contact administratif de l'IANA,

veuillez confirmer ou refuser le changement ci-dessous pour ${tld}.

<@p.do_not_forward/>

<#if again>
Nous vous posons cette question une fois de plus ; veuillez répondre à
cette lettre et non à la précédente.

</#if>
<#switch origin>
<#case "INVITED">
Une réponse à notre invitation nous est parvenue<#if sender??>, avec pour
expéditeur ${sender}</#if>.
Avant toute chose, nous vous interrogeons ici, à l'adresse de la base de
l'IANA.
<#break>
<#case "LEAFLET">
Une demande d'abonnement des contacts ci-dessous nous est
parvenue<#if sender??>, avec pour expéditeur
${sender}</#if>.
Avant toute chose, nous vous interrogeons ici, à l'adresse de la base de
l'IANA.
<#break>
<#case "REPRESENTATIVE">
<#if sender??>
${sender}
<#else>
Quelqu'un
</#if>
nous a demandé en votre nom d'abonner les contacts ci-dessous, avec vous
en copie. Rien ne se fait avant votre accord.
<#break>
<#case "APPLICATION">
Les personnes ci-dessous ont demandé à rejoindre la liste de diffusion
TLD-OPS. Nous n'avons pas pu vérifier qu'elles ont écrit elles-mêmes.
Votre réponse vaut pour toutes ensemble ; si une partie seulement est
exacte, refusez et envoyez-nous le formulaire.
<#break>
<#case "LATE">
Votre réponse à notre lettre précédente est arrivée après le dernier
jour ; elle n'a donc pas été exécutée. Voici ce qu'elle demandait ; un
mot de vous suffit maintenant.
<#break>
</#switch>

<#if newcomers?size == 1>
Si vous confirmez, cette personne devient membre de la liste pour
${tld} :
<#else>
Si vous confirmez, ces personnes deviennent membres de la liste pour
${tld} :
</#if>

<@p.contacts newcomers/>

Contacts (SSC) de ${tld} aujourd'hui :

<@p.contacts present/>

et après votre confirmation :

<@p.names (present + newcomers)?sort_by("rank")/>

<@p.doubts doubts/>
<@p.verdict blockable tld/>

Dernier jour : ${last}.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
