<#import "parts.ftl" as p>
<#-- Dans quelle mesure un ccTLD est joignable (N19) : pour les siens et le secrétariat seulement. -->
<#function grade name><#return {"GOOD": "bonne", "FAIR": "moyenne", "WEAK": "mauvaise", "NONE": "nulle"}[name]></#function>
<#function what name><#return {"MAIL": "toutes les adresses électroniques fonctionnent", "PHONE": "tous les numéros de téléphone sont plausibles", "PEOPLE": "au moins " + rules.recommended + " personnes, chacune avec son numéro", "DOMAINS": "des adresses dans plus d'un domaine", "OUTSIDE": "une adresse hors de la zone du ccTLD"}[name]></#function>
<#macro note it>
Joignabilité de ${it.tld} : ${grade(it.level)}

<#list it.tests as test>
  <#if test.good>oui<#else>non</#if>  ${what(test.what)}
</#list>
<#list it.ways?filter(way -> way.mail != "WORKS" || way.phone != "USABLE") as way>
<#if way?index == 0>

</#if>
  ${way.person.name} (${p.ordinal(way.rank)}) :
<#switch way.mail>
<#case "UNPROVED">
    l'adresse n'a jamais répondu
<#break>
<#case "SILENT">
    sans nouvelles depuis le ${way.since!}
<#break>
<#case "RETURNS">
    le courrier est revenu, la dernière fois le ${way.since!}
<#break>
</#switch>
<#switch way.phone>
<#case "DOUBTFUL">
    le numéro de téléphone ne ressemble pas à un numéro en service
<#break>
<#case "ABROAD">
    le numéro de téléphone est d'un autre pays
<#break>
</#switch>
</#list>
<#if it.advice??>

<#switch it.advice.kind>
<#case "NOBODY">
Le plus utile : désigner quelqu'un ; ${it.tld} n'a pas de contact.
<#break>
<#case "MAIL_RETURNS">
Le plus utile : corriger l'adresse électronique de
${(it.advice.way.person.name)!} ; le courrier qu'on y envoie revient.
<#break>
<#case "SECOND_PERSON">
Le plus utile : désigner une personne de plus. Si la seule est
injoignable, il n'y a plus personne.
<#break>
<#case "UNPROVED">
Le plus utile : une réponse à notre lettre de bienvenue de
${(it.advice.way.person.name)!}.
<#break>
<#case "SILENT">
Le plus utile : un mot de
${(it.advice.way.person.name)!} ; n'importe quel courriel suffit.
<#break>
<#case "PHONE_DOUBTFUL">
Le plus utile : corriger le numéro de téléphone de
${(it.advice.way.person.name)!}.
<#break>
<#case "OUTSIDE">
Le plus utile : une adresse qui n'est pas sous ${it.tld}.
Si ${it.tld} tombe, toutes les vôtres tombent aussi.
<#break>
<#case "DOMAINS">
Le plus utile : pour l'un de vous, une adresse dans un autre
domaine. À présent un seul serveur peut vous isoler tous.
<#break>
<#case "SAME_PHONE">
Le plus utile : un numéro de téléphone propre à chacun.
<#break>
</#switch>
</#if>

Cette note est réservée aux contacts de ${it.tld}, à son contact
administratif et au ${secretariat}.
</#macro>
