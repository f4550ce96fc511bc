<#import "parts.ftl" as p>
<#-- Le motif précède la ligne à corriger, sur une ligne à étoiles : celle-ci termine une valeur et n'en fait jamais partie. -->
<#function reason it>
<#switch it.what>
<#case "NOBODY"><#return "Aucune personne à contacter n'est indiquée.">
<#case "TOO_MANY"><#return "Il y a plus de " + max + " personnes ; nous en admettons " + max + " au plus par ccTLD.">
<#case "STATEMENT_MISSING"><#return "La phrase qui confirme leur responsabilité manque.">
<#case "TLD_MISSING"><#return "Le ccTLD manque.">
<#case "TLD_UNKNOWN"><#return "Nous ne connaissons aucun ccTLD de ce nom.">
<#case "NAME_MISSING"><#return "Le nom manque.">
<#case "EMAIL_MISSING"><#return "L'adresse électronique manque.">
<#case "EMAIL_UNREADABLE"><#return "Ce n'est pas une adresse à laquelle nous pouvons écrire.">
<#case "EMAIL_OURS"><#return "C'est une adresse de la liste elle-même et non d'une personne.">
<#case "EMAIL_TWICE"><#return "Deux personnes ont cette adresse ; il en faut une à chacune.">
<#case "EMAIL_ROLE"><#return "C'est l'adresse d'une fonction ; il en faut une personnelle.">
<#case "EMAIL_TOO_MANY"><#return "Il y a plus de deux adresses ; deux sont le maximum.">
<#case "PHONE_MISSING"><#return "Le numéro de téléphone portable manque.">
<#case "PHONE_UNREADABLE"><#return "Ce n'est pas un numéro avec + et code de pays.">
<#case "NUMBER_MISSING"><#return "Des lignes ne sont sous aucun numéro ; nous ne savons pas à qui elles appartiennent.">
<#case "NUMBER_TWICE"><#return "Deux personnes à contacter portent le numéro " + it.typed + ".">
</#switch>
<#return "Cette ligne n'est pas lisible.">
</#function>
<#function example it>
<#if it.what?starts_with("EMAIL")><#return "jeanne.dupont@registre.example"></#if>
<#if it.what?starts_with("PHONE")><#return "+33 6 39 98 01 23"></#if>
<#if it.what?starts_with("TLD")><#return "Le contact administratif de l'IANA du " + (tldName!".fr")></#if>
<#if it.what == "NAME_MISSING"><#return "Jeanne Dupont"></#if>
<#if it.what?starts_with("NUMBER_")><#return "nº1, nº2, etc., chacun une seule fois"></#if>
<#return "">
</#function>
<#macro told it>
<#if (it.line > 0)>* Ligne ${it.line}<#if it.typed?has_content> : ${it.typed}</#if><#elseif (it.entry > 0)>* Rubrique ${it.entry}<#else>* Le formulaire</#if>
  ${reason(it)}
<#if example(it)?has_content>
  Exemple : ${example(it)}
</#if>
</#macro>
<#macro line label it placeholder>
<#if it.wrong??>
*** (!) ${reason(it.wrong)}
</#if>
${label} : <#if it.typed?has_content>${it.typed}<#else>${placeholder}</#if>
</#macro>
<#assign defects = []>
<#list blocks as b>
<#list [b.name, b.email, b.phone] as l><#if l.wrong??><#assign defects = defects + [l.wrong]></#if></#list>
</#list>
<#assign defects = defects + others>
<#assign tldWrong = others?filter(it -> it.what?starts_with("TLD"))>
<#assign formWrong = others?filter(it -> !it.what?starts_with("TLD") && it.what != "STATEMENT_MISSING")>
Subject: TLD-OPS : <#if defects?size == 1>une ligne<#else>${defects?size} lignes</#if> à corriger dans votre formulaire<#if tld??> (${tld})</#if>

Bonjour,

merci pour le formulaire<#if tld??> concernant ${tld}</#if>.
Nous n'avons pas encore pu l'utiliser :

<#list defects as it>
<@told it/>
</#list>

Voici votre formulaire, où les lignes à corriger sont marquées (!).
Veuillez le renvoyer en répondant à cette lettre. Si vous préférez,
n'envoyez que les lignes corrigées, chacune sous l'intitulé de sa
personne ; nous avons gardé tout le reste. Inutile d'enlever les marques
et les explications.
Dernier jour : ${last}.

<@p.do_not_forward/>
<@p.bye/>

-- Début du message --

<#if !statement>
*** (!) Ces phrases manquaient ; veuillez les laisser :
</#if>
<@p.statement/>

<#list tldWrong as it>
*** (!) ${reason(it)}
</#list>
<@p.signature tldName!"<ccTLD>"/>

<@p.form_header/>

<#list formWrong as it>
*** (!) ${reason(it)}
</#list>
<#list blocks as b>
${p.label(b.number)}
<@line "Nom" b.name "<Prénom" + b.number + "> <Nom" + b.number + ">"/>
<@line "Adresse électronique" b.email "<AdresseÉlectronique" + b.number + ">"/>
<@line "Numéro de téléphone portable" b.phone "+<code de pays> <numéro>"/>

</#list>
-- Fin du message --
