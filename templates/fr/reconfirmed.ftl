<#import "parts.ftl" as p>
Subject: TLD-OPS : merci (${(confirmed + denied)?join(", ")})

Cher contact administratif de l'IANA,

<#if confirmed?has_content>
les contacts de ${confirmed?join(", ")} sont confirmés. Il n'y a plus
rien à faire.
<#else>
vous nous avez dit que les contacts de ${denied?join(", ")} ne sont pas
les bons. Personne n'a encore été retiré de la liste : veuillez écrire à
${list.request}

  modify

et vous recevrez les données présentes dans un formulaire rempli. Videz
le bloc de qui doit partir, ou inscrivez-y une autre personne, et
renvoyez-le.
</#if>
<@p.bye/>
