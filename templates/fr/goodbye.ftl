<#import "parts.ftl" as p>
Subject: TLD-OPS : au revoir (<#list tlds as t>${t}<#sep>, </#list>)

Bonjour ${person.name},

comme vous l'avez demandé, vous n'êtes plus sur la liste de diffusion
TLD-OPS, et votre inscription est effacée, pour
<#list tlds as t>

  ${t}
</#list>

<#if others?has_content>
Vous restez contact de
<#list others as t>

  ${t}
</#list>

<#elseif (tlds?size > 1)>
Vous n'avez nommé aucun ccTLD ; cela vaut donc pour tous les vôtres.

</#if>
Votre contact administratif de l'IANA et le Secrétariat sont informés.
Les coordonnées que vous avez gardées restent confidentielles ; merci de
les effacer.

Merci d'avoir été là pour vos pairs. Si vous revenez un jour, envoyez le
formulaire ; si vous n'avez jamais voulu partir, faites-le tout de suite
et dites-le-nous : ${contact}.
<@p.bye/>
