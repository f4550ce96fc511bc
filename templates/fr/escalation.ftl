<#import "parts.ftl" as p>
Subject: TLD-OPS : un dossier attend un mot de vous<#if tld??> (${tld})</#if>

Bonjour,

le dossier ${number}<#if tld??>, sur ${tld},</#if> ne peut pas avancer de lui-même :
<#switch why>
<#case "UNREACHABLE">
le contact administratif de la base de l'IANA est injoignable.
<#break>
<#case "IANA_SILENT">
la base de l'IANA n'a pas pu être consultée pendant trop longtemps.
<#break>
<#case "OPPOSITE_VERDICT">
une seconde réponse dit le contraire de la première.
<#break>
<#case "CONTACT_CHANGED">
le contact de la base de l'IANA n'est pas celui qui a été interrogé.
<#break>
<#case "NO_ANSWER">
le contact administratif n'a pas répondu.
<#break>
<#case "IANA_DIFFERS">
le RDAP et le WHOIS de l'IANA n'indiquent pas le même contact depuis trop
longtemps. Dès qu'ils s'accordent, le robot interroge ce contact de lui-même.
<#break>
<#case "MANY_MOVED">
la base de l'IANA indique d'autres contacts administratifs pour beaucoup de
ccTLD à la fois. C'est peut-être une erreur, ou une attaque. Rien de cela
ne compte avant que vous ne disiez release.
<#break>
</#switch>
<#if details?has_content>

  ${details}
</#if>

<@p.do_not_forward/>

Que faut-il faire ? Veuillez répondre par l'un de ces mots :

<#if resumable>
  release    <#if why == "MANY_MOVED">retenir ce qu'une nouvelle lecture confirme<#else>interroger à nouveau l'adresse de l'IANA</#if>
</#if>
  extend 5   attendre 5 jours ouvrés de plus
  close      clore, avec une lettre à l'auteur de la demande

Aucun d'eux n'admet, ne modifie ni ne retire personne. Sans réponse, le
dossier se clôt de lui-même après le
${last}.
