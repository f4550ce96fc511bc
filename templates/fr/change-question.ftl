<#import "parts.ftl" as p>
Subject: TLD-OPS : veuillez confirmer une modification des contacts (${tld})

Cher contact <#if cause == "TECH">technique<#else>administratif</#if> de l'IANA,

veuillez confirmer ou refuser le changement ci-dessous pour ${tld}.

<@p.do_not_forward/>

<#if again>
Nous vous posons cette question une fois de plus ; veuillez répondre à
cette lettre et non à la précédente.

</#if>
<#switch cause>
<#case "HIMSELF">
<#if sender??>
${sender}
</#if>
nous a écrit comme l'un de vos contacts et demande ceci.
<#if authenticated>
Nous avons pu vérifier que le courriel venait de cette adresse.
<#else>
Nous n'avons pas pu vérifier qui l'a écrit.
</#if>
<#break>
<#case "REPRESENTATIVE">
<#if sender??>
${sender}
<#else>
Quelqu'un
</#if>
nous l'a demandé en votre nom, avec vous en copie.
<#break>
<#case "COLLEAGUE">
<#if sender??>
${sender}
<#else>
Un de vos contacts
</#if>
nous l'a demandé en tant que l'un de vos contacts, parce que notre
courrier à un collègue nous revient.
<#break>
<#case "DELEGATE">
<#if sender??>
${sender}
<#else>
Votre délégué
</#if>
nous l'a demandé comme votre délégué ; une preuve manquait.
<#break>
<#case "TECH">
Vous nous l'avez demandé en tant que contact technique indiqué dans la
base de l'IANA. Si vous confirmez, le contact administratif en est
informé et peut l'annuler.
<#break>
<#case "REMOVAL">
La commande de retirer un contact nous est parvenue en votre nom.
<#break>
<#default>
Un formulaire aux contacts modifiés nous est parvenu en votre nom.
</#switch>
Rien ne se fait avant votre accord. Si vous confirmez, ceci change :

<@p.effect changed added removed/>
Les contacts de ${tld} sont alors :

<@p.entries after/>
<#if !after?has_content>

Sans aucun contact, ${tld} est retiré du répertoire public.
</#if>

<@p.doubts doubts/>
<@p.verdict blockable tld/>

Dernier jour : ${last}.

<#if cause == "TECH">
Veuillez répondre depuis l'adresse inscrite dans la base de données de
l'IANA pour le contact technique de votre ccTLD.
<#else>
<@p.from_iana/>
</#if>
<@p.bye/>
