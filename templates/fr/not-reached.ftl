<#import "parts.ftl" as p>
Subject: TLD-OPS : qui n'a pas reçu votre message (${subject})

Bonjour,

votre message du ${posted}

  Objet : ${subject}

a été envoyé à ${recipients} adresses.
<#if more>Depuis notre dernière lettre à ce sujet, ${count}<#else>Jusqu'ici, ${count}</#if> <#if count == 1>n'a pas pu être jointe<#else>n'ont pas pu être jointes</#if>.
<#if missed?has_content>

<#list missed as it>
  ${it.name}<#if it.tld??> (${it.tld})</#if><#if it.policy> : refusé par les règles de son serveur</#if>
</#list>

Si c'est urgent pour l'une d'elles, prenez le téléphone : le mot who
suivi du ccTLD, envoyé à ${list.request},
vous donne le numéro.
</#if>

Un courriel qui n'est qu'en retard n'est pas compté ici.
<@p.bye/>
