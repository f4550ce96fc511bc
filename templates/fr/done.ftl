<#import "parts.ftl" as p>
<#function names people><#return people?map(it -> it.name)?join(", ")></#function>
<#assign people = []>
<#list results as it><#assign people = people + it.added></#list>
Subject: TLD-OPS : la suite donnée à votre réponse <#if results?size == 1>${p.about(results[0].tld, people)}<#else>(${results?map(it -> it.tld)?join(", ")})</#if>

Bonjour,

merci. Voici la suite donnée à votre réponse :

<#list results as it>
${it.tld}
<#switch it.became>
<#case "ADMITTED">
  C'est fait. Les nouveaux contacts sont sur la liste et reçoivent une
  lettre de bienvenue ; votre ccTLD figure dans le répertoire public.
<#break>
<#case "DENIED">
  C'est noté : rien n'a été changé, et l'auteur de la demande en est
  informé.
<#break>
<#case "NOTHING_NEW">
  Toutes les personnes nommées sont déjà sur la liste ; rien à changer.
<#break>
<#case "QUESTION_FOLLOWS">
  Une question à ce sujet suit dans une lettre à part ; rien ne change
  avant votre réponse.
<#break>
<#case "BLOCKED">
  C'est noté : rien n'a été changé et, pendant ${rules.blockDays} jours, aucun
  courriel non vérifié ne donne lieu à une question sur ce ccTLD.
<#break>
<#case "REPLACED">
  C'est fait. Le nouveau contact a pris la place ; les deux en sont
  informés.
<#break>
<#case "KEPT">
  Tout reste en l'état.
<#break>
<#case "WAITING">
  Bien reçu. C'est en attente : nous posons une seule question à la fois
  sur un ccTLD, et peu par jour. Vous n'avez rien à faire pour l'instant.
<#break>
<#case "NOTHING_LEFT">
  Il ne reste rien de ce qui était demandé : les contacts ont changé
  entre-temps. Rien n'a été modifié cette fois.
<#break>
</#switch>
<#if it.added?has_content>
  Ajout : ${names(it.added)}
</#if>
<#if it.removed?has_content>
  Départ : ${names(it.removed)}
</#if>
<#if it.already?has_content>
  Déjà sur la liste : ${names(it.already)}
</#if>
<#if it.single>
  Ce ccTLD a un seul contact ; nous en recommandons au moins
  ${rules.recommended}, pour le jour où l'un d'eux serait injoignable.
</#if>
<@p.phones it.added/>
<@p.risk it.risk/>

</#list>
<#if reply??>
Ce n'est pas ce que vous vouliez ? Pendant ${rules.undoHours} heures, vous pouvez
annuler tout ce qui vient de changer : répondez à cette lettre par le
seul mot

  annuler   (ou undo)

Merci de ne pas transférer cette lettre : qui la détient peut y répondre.

</#if>
Vous n'attendiez pas cette lettre ? Écrivez alors à
${contact}.
<@p.bye/>
