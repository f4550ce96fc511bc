<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS : au revoir (${name})

Bonjour ${name},

c'est fait : vous avez quitté la liste, et ce qui était personnel est
effacé.
<#if places?has_content>
Ces inscriptions n'existent plus :

<@o.places places/>
</#if>

Cette lettre est la dernière ; nos copies de celle-ci et des précédentes
sont effacées quand elles ont ${mailDays} jours.

Merci du temps passé avec nous. Si vous revenez, la porte est ouverte :
le mot help à ${list.request}
dit comment faire.
<@p.bye/>
