<#import "parts.ftl" as p>
Subject: [${list.name}] TLD-OPS memberships reminder

<#if before == 0>
C'est la première édition : il n'y a pas encore de changements.

<#else>
*** CHANGEMENTS DEPUIS L'ÉDITION ${before} ***

<#if !added?has_content && !changed?has_content && !removed?has_content>
Aucun.

</#if>
<#if added?has_content>
Ajouts :

<#list added as line>
${line}
</#list>

</#if>
<#if changed?has_content>
Modifications :

<#list changed as it>
${it.is}
  avant : ${it.was}
</#list>

</#if>
<#if removed?has_content>
Départs :

<#list removed as line>
${line}
</#list>

</#if>
</#if>
<#if left?has_content>
Ne sont plus sur la liste comme observateurs ou rédacteurs :

<#list left as name>
  ${name}
</#list>

</#if>
*** RAPPEL D'ABONNEMENT À TLD-OPS ***

Chers contacts de sécurité et de stabilité,

ce rappel de votre abonnement à la liste de diffusion TLD-OPS est envoyé
une fois par mois.

Cette lettre contient la liste complète des membres : noms, adresses
électroniques, numéros de téléphone et ccTLD. Gardez-la sur l'un de vos
appareils, pour pouvoir joindre vos pairs même hors ligne. La même liste
est jointe pour vos outils, en vCard et en tableau (CSV).

Vous trouverez plus bas comment obtenir la liste à la demande, et comment
modifier ou résilier votre abonnement.

<@p.confidential/>

<@p.about_list/>
<@p.bye/>

*** LISTE COMPLÈTE DES MEMBRES DE TLD-OPS ***

--- begin edition ${number} ---
<#list lines as line>
${line}
</#list>
--- end edition ${number} ---

Vous pouvez vérifier une copie que vous avez gardée. L'empreinte SHA-256
des lignes entre les deux marques, sans les marques, est

${sha256}

<#if before != 0>
et celle de l'édition ${before} était

${previous}

</#if>
Avec cette lettre enregistrée comme texte dans lettre.txt :

  sed -n '/^--- begin edition/,/^--- end edition/p' lettre.txt |
    sed '1d;$d' | tr -d '\r' | sha256sum

*** COMMANDE WHO ***

Pour obtenir la liste complète à la demande, envoyez le mot who à :

  ${list.request}

dans le corps du message, en laissant l'objet vide. Si votre courriel ne
peut pas être vérifié, répondez à la question que nous vous envoyons
alors, ou écrivez

  who <VotreMotDePasse>

avec votre mot de passe de la liste. La réponse part vers votre adresse
enregistrée et contient les contacts de tous les membres.

*** INFORMATIONS SUR L'ABONNEMENT ***

Pour changer votre entrée ou vos options (un condensé par jour, une
absence, votre langue), ou pour quitter la liste, envoyez le mot help
dans le corps d'un message à :

  ${list.request}

et vous recevrez une lettre d'instructions.
<#if urls.info??>
Informations générales sur la liste : ${urls.info}
</#if>

Merci !
