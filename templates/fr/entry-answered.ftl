<#import "parts.ftl" as p>
Subject: Votre entrée sur la liste TLD-OPS

<#if confirmed>
Merci ! Nous avons noté que votre entrée est exacte.
<#else>
Merci de votre réponse au rappel. Nous n'avons pas pu y lire un ok : rien
n'a changé. Si votre entrée est exacte, répondez au rappel par le mot ok,
seul sur la première ligne. Si quelque chose doit changer, envoyez le mot
help à :

  ${list.request}

et vous recevrez une lettre d'instructions.
</#if>
<#if entries?has_content>

Votre entrée :

<#list entries as line>
${line}
</#list>
</#if>
<@p.bye/>
