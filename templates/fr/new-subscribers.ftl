<#import "parts.ftl" as p>
Subject: [${list.name}] New subscribers notification

Chers contacts de sécurité et de stabilité,

un ou plusieurs nouveaux membres ont rejoint la liste de diffusion
TLD-OPS.

Cette lettre contient la liste complète des membres : noms, adresses
électroniques, numéros de téléphone et ccTLD. Gardez-la sur l'un de vos
appareils, pour pouvoir joindre vos pairs même hors ligne.

Tous les nouveaux membres ont été authentifiés par le contact
administratif de l'IANA de leur ccTLD.
<#if urls.home??>
L'admission en détail : ${urls.home}
</#if>
<#if left?has_content>

Ne sont plus sur la liste comme observateurs ou rédacteurs :

<#list left as name>
  ${name}
</#list>
</#if>

<@p.confidential/>
<@p.bye/>

<#if joined?has_content>
*** NOUVEAUX MEMBRES ***

<#list joined as line>
${line}
</#list>

</#if>
*** LISTE COMPLÈTE DES MEMBRES DE TLD-OPS ***

<#list lines as line>
${line}
</#list>
