<#import "parts.ftl" as p>
<#import "options.ftl" as o>
<#assign roster = false>
Subject: Les résultats de vos commandes par courriel

Voici les résultats de vos commandes.

- Résultats :
<#if ignoredParts>
    Les parties MIME autres que text/plain sont ignorées
</#if>
<#list sections as it>

    ${it.command}
<#switch it.said>
<#case "ROSTER">
<#assign roster = true>

<#if it.command?contains(".")>
*** MEMBRES DE TLD-OPS POUR CES CCTLD ***
<#else>
*** LISTE COMPLÈTE DES MEMBRES DE TLD-OPS ***
</#if>

<#list it.lines as line>
${line}
</#list>
<#break>
<#case "HELP">

<@p.commands rules.max/>
<#break>
<#case "ALREADY_SENT">
    Déjà envoyé<#if it.at??> le ${it.at}</#if>.
<#break>
<#case "WRONG_PASSWORD">
    Ce n'est pas votre mot de passe de la liste. La commande password
    vous en donne un nouveau.
<#break>
<#case "NOT_YET_PROVED">
    Votre adresse ne nous a pas encore répondu. Veuillez répondre à la
    lettre de bienvenue par un mot quelconque, puis réessayer.
<#break>
<#case "NOT_YET_READY">
    Les coordonnées vous sont ouvertes
    <#if it.at??>à partir du ${it.at}<#else>un peu plus tard</#if>.
<#break>
<#case "PASSWORD_FOLLOWS">
    Votre nouveau mot de passe suit dans une lettre à part.
<#break>
<#case "FORM_FOLLOWS">
    Votre inscription suit, sous forme de formulaire, dans une lettre à
    part.
<#break>
<#case "LEFT">
    C'est fait ; une lettre à part le confirme.
<#break>
<#case "NOT_YOURS">
    Seul le contact administratif de l'IANA de ce ccTLD peut le
    demander, ou vous-même pour votre propre inscription.
<#break>
<#case "SHARED_ADDRESS">
    C'est la deuxième adresse de plusieurs personnes. Veuillez l'envoyer
    depuis votre première adresse, pour que nous sachions qui vous êtes.
<#break>
<#case "NOT_A_MEMBER">
    Cette commande est réservée aux membres de la liste.
<#break>
<#case "FOLLOWS">
    La réponse suit dans une lettre à part.
<#break>
<#case "ASKED_ALREADY">
    Nous vous avons déjà demandé si vous le voulez ; la lettre est dans
    votre boîte. Répondez-y par le mot confirmer.
<#break>
<#case "DETAIL">
<#if (it.detail.contacts)??><#assign roster = true></#if>
<#if it.detail??><@o.detail it.detail/></#if>
<#break>
</#switch>
<#if it.said != "ROSTER">
<#list it.lines as line>
    ${line}
</#list>
</#if>
</#list>

<#if unprocessed?has_content>
- Non traité :
<#list unprocessed as line>
    ${line}
</#list>

</#if>
<#if roster>
<@p.confidential/>

</#if>
- Terminé.
