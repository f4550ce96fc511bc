<#import "parts.ftl" as p>
Subject: TLD-OPS : votre mot est enregistré<#if tld??> (${tld})</#if>

Bonjour,

<#if done>
c'est fait pour le dossier ${number}<#if tld??>, sur ${tld}</#if> :
<#switch word>
<#case "RELEASE">
l'adresse de l'IANA est interrogée à nouveau.
<#break>
<#case "EXTEND">
nous attendons ${days} jours ouvrés de plus.
<#break>
<#case "CLOSE">
il est clos, et l'auteur de la demande en est informé.
<#break>
<#default>
${word?lower_case}.
</#switch>
<#else>
votre mot ${word?lower_case} n'a pas pu être exécuté pour le dossier ${number}<#if tld??>, sur ${tld}</#if> :
soit il est déjà clos, soit ce mot ne s'y applique pas. Pour voir où il
en est : tldops cases
</#if>
