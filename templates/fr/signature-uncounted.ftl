<#import "parts.ftl" as p>
Subject: TLD-OPS : votre signature n'a pas pu être prise en compte<#if tld??> (${tld})</#if>

Bonjour,

votre courriel était signé et une clé est enregistrée pour votre adresse,
mais la signature n'a pas pu être prise en compte :

<#switch reason>
<#case "NOT_GOOD">
Elle ne correspond pas au texte et à la clé enregistrée. Certains serveurs
modifient un texte en chemin, et une nouvelle clé n'est pas connue ici
avant d'être enregistrée.
<#break>
<#case "WEAK">
Elle utilise un algorithme auquel on ne se fie plus, tel que SHA-1.
Réglez votre logiciel pour qu'il signe avec SHA-256 ou mieux.
<#break>
<#case "KEY_OVER">
La clé enregistrée est expirée, pas encore valable ou révoquée. Envoyez
votre nouvelle clé publique au ${secretariat},
pour qu'elle soit enregistrée.
<#break>
<#case "TIME">
Elle est trop ancienne, ou datée du futur. Signez de nouveau votre
réponse et vérifiez l'horloge de votre ordinateur.
<#break>
<#case "NO_SECRET">
La référence de notre lettre ne se trouve pas dans le texte signé.
Répondez à nouveau en laissant notre lettre, et aucune autre des nôtres,
sous votre réponse.
<#break>
<#case "NOT_ON_FILE">
La clé est enregistrée pour un autre ccTLD que celui dont parle la
lettre, ou la base de l'IANA indique un autre contact.
<#break>
</#switch>

Votre courriel compte comme s'il n'était pas signé ; une autre lettre dit
ce qu'il en est advenu.
<@p.bye/>
