<#import "parts.ftl" as p>
Subject: Invitation à rejoindre la liste de diffusion TLD-OPS (${slips?map(it -> it.tld)?join(", ")})

Cher contact administratif de l'IANA,

nous serions heureux d'accueillir sur la liste de diffusion TLD-OPS les
ccTLD dont vous avez la charge. Comme il y en a plusieurs, voici une
seule lettre pour tous :

<#list slips as it>
  ${it.tld}
    dernier jour : ${it.last}
</#list>

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
avec le modèle ci-dessous rempli. Nous admettons ${max} personnes au plus par
ccTLD<#if (max > rules.recommended)> et en recommandons au moins ${rules.recommended}</#if>. Merci d'indiquer des adresses et
des numéros personnels : la liste repose sur des gens qui se connaissent
par leur nom.

Si les mêmes personnes sont responsables de tous ces ccTLD, un seul
formulaire suffit. Sinon, répondez une fois par groupe, en laissant à la
ligne ccTLD ceux que le formulaire concerne. Chaque ccTLD a sa propre
référence ; laissez ces lignes dans votre réponse.

<#if trial>
Les vôtres sont parmi les premiers ccTLD que nous invitons ainsi.
Dites-nous comment cela s'est passé et ce que vous souhaiteriez
autrement : ${contact}

</#if>
<@p.from_iana/>
<@p.do_not_forward/>

L'adhésion est publique : les noms de ces ccTLD figureront dans le
répertoire public des ccTLD abonnés. Ce répertoire ne contient que des
noms de ccTLD et rien sur les personnes.
<#if urls.directory??>
Le répertoire : ${urls.directory}
</#if>

<@p.about_list/>
<@p.bye/>

-- Début du message --

ccTLD : ${slips?map(it -> it.tldName)?join(", ")}

<@p.statement/>

<@p.form_header/>

<#list 1..max as n>
${p.label(n)}
Nom : <Prénom${n}> <Nom${n}>
Adresse électronique : <AdresseÉlectronique${n}>
Numéro de téléphone portable : +<code de pays> <numéro>

</#list>
<#list slips as it>
Référence : ${it.token.secret} (${it.tldName})
</#list>

-- Fin du message --
