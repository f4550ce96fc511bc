<#import "parts.ftl" as p>
Subject: Bienvenue sur la liste de diffusion TLD-OPS !

Bonjour ${person.name},

bienvenue sur la liste de diffusion TLD-OPS ! Vous êtes désormais contact
de sécurité et de stabilité (SSC) de ${tld}.

Une chose d'abord : veuillez répondre à cette lettre par un mot
quelconque, pour que nous sachions que votre adresse fonctionne. Nous
n'envoyons de coordonnées qu'aux adresses qui ont répondu. Si rien ne
vient en ${proofDays} jours ouvrés, nous interrogeons votre contact
administratif de l'IANA.
<#if rosterFrom??>
Les coordonnées des membres et l'envoi à la liste vous sont ouverts à
partir du ${rosterFrom}.
</#if>
<@p.phones [person]/>
<#if inside>

Toutes vos adresses se trouvent sous ${tld} même et ne seront pas
joignables le jour où il ne peut plus être résolu. Une seconde adresse
ailleurs aide alors : la commande modify ${tldName} change votre entrée.
</#if>

<@p.purpose/>

Vous recevez cette lettre parce que votre contact administratif de
l'IANA a authentifié votre qualité de responsable de la sécurité et de
la stabilité de ${tld}. Tous les autres membres ont suivi le même chemin.
<#if urls.home??>
L'admission en détail : ${urls.home}
</#if>

La liste est avant tout un référentiel de contacts. Vous pouvez aussi
l'utiliser pour échanger des informations sur un incident, mais avec
retenue : elle n'est pas chiffrée. Elle complète votre propre dispositif
de réponse aux incidents et ne le remplace pas.

Le nom de votre ccTLD est ajouté au répertoire public des ccTLD abonnés.
Ce répertoire ne contient que des noms de ccTLD et rien sur les
personnes.
<#if urls.directory??>
Le répertoire : ${urls.directory}
</#if>

<@p.about_list/>
<@p.bye/>

*** UTILISATION DE TLD-OPS ***

Pour écrire à tous les membres :

  ${list.post}

Servez-vous de la liste pour trouver vos pairs, puis parlez-leur par une
autre voie, par exemple par téléphone ou par messagerie instantanée.
Évitez autant que possible les détails d'incidents sur la liste, car
elle n'est pas chiffrée.

Pour obtenir les contacts de tous les membres, envoyez le mot who à :

  ${list.request}

dans le corps du message, en laissant l'objet vide. Si votre courriel ne
peut pas être vérifié, répondez à la question que nous vous envoyons
alors, ou écrivez

  who <VotreMotDePasse>

avec votre mot de passe de la liste. La commande password vous en donne
un : il est envoyé une seule fois, à votre adresse enregistrée. Les
réponses ne partent que vers elle.

<#if urls.info??>
Informations générales sur la liste :

  ${urls.info}

</#if>
Pour changer vos options ou vos données, ou pour quitter la liste,
envoyez le mot help, dans l'objet ou dans le corps, à :

  ${list.request}

et vous recevrez une lettre d'instructions. Toute demande de changement
doit être approuvée par votre contact administratif de l'IANA, pour que
les membres puissent se fier à la liste.

Une fois par mois, nous vous rappelons votre abonnement et vous envoyons
les contacts de tous les membres ; gardez cette lettre sur un appareil
pour le jour où vous seriez hors ligne.

Les coordonnées de la liste sont confidentielles (TLP:AMBER). Merci de
ne pas les partager hors de la communauté TLD-OPS, ni de diffuser ce que
la liste produit automatiquement.
<@p.archived/>
