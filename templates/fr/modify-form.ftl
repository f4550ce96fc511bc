<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS : <#if own>votre inscription<#else>les contacts</#if> de ${tld}, à modifier

Bonjour,

<#if own>
voici votre inscription pour ${tld} sous forme de formulaire. Changez ce
qui a changé et renvoyez-le en répondant à cette lettre depuis cette
adresse. Votre contact administratif de l'IANA est interrogé avant que
rien ne prenne effet.
<#else>
voici les contacts de ${tld} tels que nous les avons, sous forme de
formulaire. Changez ce qui a changé et renvoyez-le en répondant à cette
lettre :

* Corrigez une ligne, et les données de cette personne sont modifiées.
* Videz les trois lignes d'une personne, et elle quitte la liste.
* Remplissez un numéro libre, et cette personne rejoint la liste.
* Le numéro est le rang : le 1 est appelé en premier.
</#if>

Si vous préférez, n'envoyez que les lignes qui changent, sous l'intitulé
de leur personne ; tout le reste demeure<#if !own>, et personne ne part ainsi</#if>.
<#if !own>
Si votre courriel ne peut pas être vérifié, nous vous montrons l'effet,
avant et après, et demandons un seul mot avant de faire quoi que ce soit.
</#if>
Si rien n'a changé, il n'y a rien à faire.
Dernier jour : ${last}.
<#if reach??>

<@r.note reach/>
</#if>

<@p.do_not_forward/>
<@p.bye/>

<@p.filled tldName=tldName blocks=blocks statement_too=(!own)/>
