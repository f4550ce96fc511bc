<#import "parts.ftl" as p>
Subject: TLD-OPS : merci de vos nouvelles

<#if confirmed>
Merci ! Nous avons noté que vous êtes là et que votre entrée est exacte.
<#else>
Merci, nous avons noté que vous êtes là. Rien de votre entrée n'a changé.
Si quelque chose doit changer, envoyez le mot modifier à
${list.request} ;
si vous n'êtes plus ce contact, le mot désabonner.
</#if>

Votre entrée :

<#list lines as line>
${line}
</#list>
<@p.bye/>
