<#import "parts.ftl" as p>
Subject: Rappel : invitation à rejoindre la liste de diffusion TLD-OPS (${tld})

Cher contact administratif de l'IANA,

il y a quelques jours, nous avons invité ${tld} à rejoindre la liste de
diffusion TLD-OPS, et nous n'avons pas encore de réponse. Notre lettre
s'est peut-être perdue ; la voici de nouveau.

<@p.purpose/>

La liste est réservée aux personnes qui sont responsables de la sécurité
et de la stabilité générales d'un ccTLD et que leur contact
administratif de l'IANA a authentifiées comme telles : ${max} au plus par
ccTLD. Pour adhérer, veuillez répondre avec le modèle ci-dessous rempli.
Dernier jour : ${last}.

Passé ce jour, nous refermons le dossier et ne vous dérangeons plus.

<@p.from_iana/>
<@p.do_not_forward/>

<@p.published tld/>

<@p.about_list/>
<@p.bye/>

<@p.form tldName max/>
