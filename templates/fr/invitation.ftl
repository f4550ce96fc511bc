<#import "parts.ftl" as p>
Subject: Invitation à rejoindre la liste de diffusion TLD-OPS (${tld})

Cher contact administratif de l'IANA,

nous serions heureux d'accueillir ${tld}
sur la liste de diffusion TLD-OPS.

<@p.purpose/>
C'est avant tout un référentiel de contacts. La liste n'est pas
chiffrée, pour que chaque ccTLD puisse y participer ; mieux vaut
échanger les détails d'un incident directement, par téléphone ou par
messagerie instantanée.

La liste est réservée aux personnes qui sont responsables de la sécurité
et de la stabilité générales d'un ccTLD et que leur contact
administratif de l'IANA a authentifiées comme telles.
<#if urls.home??>
L'admission en détail : ${urls.home}
</#if>

Pour adhérer, veuillez répondre à cette lettre sous ${days} jours ouvrés
avec le modèle ci-dessous, rempli pour les personnes responsables de la
sécurité et de la stabilité de ${tld}. Nous admettons
${max} personnes au plus par ccTLD<#if (max > rules.recommended)> et en recommandons au moins ${rules.recommended}</#if>. Merci
d'indiquer des adresses et des numéros personnels : la liste repose sur
des gens qui se connaissent par leur nom.
Dernier jour : ${last}.

<#if trial>
Le vôtre est parmi les premiers ccTLD que nous invitons ainsi.
Dites-nous comment cela s'est passé et ce que vous souhaiteriez
autrement : ${contact}

</#if>
<@p.from_iana/>
<@p.do_not_forward/>

<@p.published tld/>

<@p.about_list/>
<@p.bye/>

<@p.form tldName max/>
