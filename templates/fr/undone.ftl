<#import "parts.ftl" as p>
Subject: TLD-OPS : changement annulé ${p.about(tld, removed)}

Cher contact administratif de l'IANA,

<#if operator>
l'opérateur de la liste a annulé le dernier changement pour ${tld}.
<#else>
comme vous l'avez demandé, le dernier changement pour ${tld} est annulé.
</#if>

<#list removed as it>
  N'est plus sur la liste : ${it.name}, ${it.email}
</#list>
<#list changed as it>
  Comme avant : ${it.name}, ${it.email}
</#list>
<#list restored as it>
  Doit y revenir : ${it.name}, ${it.email}
</#list>
<#if restored?has_content>

Qui revient est de nouveau membre dès qu'une réponse est venue de son
adresse ; nous lui avons écrit.
</#if>

Quelqu'un a-t-il transféré notre question ou répondu à votre insu ?
Dites-le-nous alors : ${contact}.
<@p.bye/>
