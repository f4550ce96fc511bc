<#import "parts.ftl" as p>
Subject: TLD-OPS : votre réponse est arrivée trop tard (${tld})

Bonjour,

merci pour votre réponse concernant ${tld}. Elle est malheureusement
arrivée si longtemps après le dernier jour que nous ne pouvons plus en
tenir compte. Rien n'a été changé.

Pour recommencer, envoyez le formulaire avec les contacts de ${tld} à
${list.request}, depuis l'adresse de la base de
l'IANA. Le mot help envoyé à cette adresse vous le montre.
<#if urls.home??>
Il se trouve aussi ici : ${urls.home}
</#if>
<@p.bye/>
