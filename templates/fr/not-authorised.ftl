<#import "parts.ftl" as p>
Subject: TLD-OPS : nous n'avons pas pu donner suite à votre courriel<#if tld??> (${tld})</#if>

Bonjour,

merci pour votre courriel<#if tld??> concernant ${tld}</#if>. Nous n'avons pas pu y donner
suite :
<#switch why>
<#case "NOT_THE_ADMIN_CONTACT">
ni l'expéditeur ni la copie n'est l'adresse du contact administratif du
ccTLD dans la base de l'IANA.

Comment faire : envoyez le formulaire depuis cette adresse, ou mettez-la
en copie (Cc) ; nous interrogeons alors le contact lui-même.
<#break>
<#case "ANSWER_FROM_ELSEWHERE">
la réponse à une question de notre part doit venir de l'adresse de la
base de l'IANA que nous avons interrogée.

Comment faire : répondez à notre lettre depuis cette boîte, par le mot
seul.
<#break>
<#case "ONE_PERSON_ONLY">
qui demande sa propre adhésion ne peut nommer qu'une personne, soi-même.

Comment faire : envoyez le formulaire avec vos propres nom, adresse et
numéro de téléphone ; ou priez votre contact administratif de l'IANA de
l'envoyer pour tous.
<#break>
<#case "CC_DOES_NOT_COUNT">
le formulaire doit partir de l'adresse du contact administratif du ccTLD
dans la base de l'IANA ; une copie à cette adresse ne suffit pas ici.

Comment faire : priez ce contact d'envoyer le formulaire.
<#break>
<#case "NOT_NOW">
pour le moment, nous ne prenons pas de telle demande pour ce ccTLD par
courriel.

Comment faire : priez votre contact administratif de l'IANA de nous
envoyer le formulaire ; il peut le faire à tout moment.
<#break>
</#switch>
<#if urls.iana??>
Le contact de chaque ccTLD : ${urls.iana}
</#if>

Rien n'a été changé. Pour voir le formulaire, envoyez le mot help à
${list.request}.
<@p.bye/>
