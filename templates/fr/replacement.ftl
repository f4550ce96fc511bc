<#import "parts.ftl" as p>
<#assign own = to == "HIMSELF">
Subject: TLD-OPS : <#if own>notre courrier nous revient<#else>un contact ne peut être joint</#if> (${tld})

Bonjour,

<#if own>
notre courrier à l'une de vos deux adresses nous revient :
<#else>
notre courrier à <#if lost?size == 1>un contact<#else>des contacts</#if> de ${tld} nous revient :
</#if>

<#list lost as it>
  ${it.name} (${p.ordinal(it.rank)})
    ${it.address}
    injoignable depuis le ${it.since}
</#list>

En cas d'incident, personne n'y serait joint. Personne n'est retiré pour
autant ; la liste des contacts porte « injoignable » jusqu'à ce que
l'adresse nous réponde ou qu'une autre prenne sa place.

<#if own>
Voici votre inscription sous forme de formulaire. Mettez une bonne adresse
à la place de celle-ci et renvoyez-le en répondant à cette lettre depuis
cette adresse. Votre contact administratif de l'IANA est interrogé avant
que rien ne prenne effet. Si l'adresse fonctionne de nouveau, envoyez-nous
de là un courriel quelconque, la commande help par exemple ; tout sera
alors en ordre et ce formulaire peut rester tel quel.
<#else>
Voici les contacts de ${tld} tels que nous les avons,
sous forme de formulaire. Veuillez le renvoyer en répondant à cette lettre :

* avec une bonne adresse électronique à la place de celle-ci, ou
* avec une autre personne dans ces trois lignes, ou
* avec ces trois lignes vides, si personne ne prend la place.

Les lignes qui changent suffisent, sous l'intitulé de leur personne.
<#if to == "COLLEAGUE">
Votre contact administratif de l'IANA est interrogé avant que rien ne
prenne effet.
<#else>
Si votre courriel ne peut pas être vérifié, nous vous montrons l'effet,
avant et après, et demandons un seul mot avant de faire quoi que ce soit.
</#if>
</#if>
Dernier jour : ${last}.

<@p.do_not_forward/>
<@p.bye/>

-- Début du message --

<#if !own>
<@p.statement/>

</#if>
<@p.signature tldName/>

<@p.form_header/>

<#list blocks as b>
${p.label(b.number)}
Nom : <#if b.name.typed?has_content>${b.name.typed}<#else><Prénom${b.number}> <Nom${b.number}></#if>
Adresse électronique : <#if b.email.typed?has_content>${b.email.typed}<#else><AdresseÉlectronique${b.number}></#if>
Numéro de téléphone portable : <#if b.phone.typed?has_content>${b.phone.typed}<#else>+<code de pays> <numéro></#if>

</#list>
-- Fin du message --
