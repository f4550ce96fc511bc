<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS : <#if letter == 1>est-ce toujours vous ?<#elseif letter == 2>êtes-vous toujours là ?<#else>une dernière question<#t></#if> (${tlds?join(", ")})

Bonjour ${name},

<#if letter == 1>
<#if heard??>nous sommes sans nouvelles de vous depuis le ${heard}<#else>nous n'avons encore jamais eu de nouvelles de vous</#if>. Ce n'est
pas un reproche : les contacts dont on n'a jamais besoin sont les
meilleurs. Une fois par an, nous demandons à ceux dont nous
n'avons pas de nouvelles si rien n'a changé :
<#elseif letter == 2>
il y a quelques jours, nous vous avons demandé si vous êtes toujours le
contact ci-dessous, et aucune réponse n'est venue. <#if heard??>Nous sommes sans
nouvelles de vous depuis le ${heard}. </#if>Notre lettre s'est
peut-être perdue :
<#else>
c'est la troisième et dernière fois que nous vous le demandons. Nous
<#if heard??>sommes sans nouvelles de vous depuis le ${heard}<#else>n'avons encore jamais eu de nouvelles de vous</#if>. Êtes-vous
toujours ce contact ?
</#if>

<#list lines as line>
${line}
</#list>

Si tout est exact, répondez par le seul mot

  ok

Tout autre courriel qui vient de vous sans aucun doute convient aussi,
à la liste ou à nous : qui se sert de la liste n'est jamais interrogé.

Si quelque chose a changé, envoyez le mot modifier à
${list.request} ;
si vous n'êtes plus ce contact, le mot désabonner.

<#if letter < 3>
Dernier jour pour répondre : ${last}.
<#else>
Dernier jour : ${last}.
Sans réponse, nous demandons au contact administratif de votre ccTLD
si quelqu'un d'autre en est chargé à présent. Vous restez sur la liste
tant qu'il n'en décide pas autrement.
</#if>
<#list reach as note>

<@r.note note/>
</#list>

<@p.do_not_forward/>
<@p.bye/>
