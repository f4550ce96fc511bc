<#import "parts.ftl" as p>
Subject: TLD-OPS : merci (${(confirmed + denied)?join(", ")})

Cher contact administratif de l'IANA,

<#if confirmed?has_content>
les contacts sont confirmés. Il n'y a plus rien à faire pour

<#list confirmed as it>
  ${it}
</#list>
<#else>
vous nous avez dit que les contacts ne sont pas les bons pour

<#list denied as it>
  ${it}
</#list>

Personne n'a encore été retiré de la liste : veuillez écrire à
${list.request}

  modifier

et vous recevrez les données actuelles dans un formulaire rempli. Videz
le bloc de qui doit partir, ou inscrivez-y une autre personne, et
renvoyez-le.
</#if>
<@p.bye/>
