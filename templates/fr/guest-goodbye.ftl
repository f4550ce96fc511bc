<#import "parts.ftl" as p>
Subject: Au revoir de la liste de diffusion TLD-OPS

Bonjour ${name},

<#if why == "WISH">
comme vous l'avez demandé, vous n'êtes plus sur la liste de diffusion
TLD-OPS. Merci de nous avoir accompagnés !
<#elseif why == "BATCHES">
les invitations régulières des ccTLD à la liste de diffusion TLD-OPS ont
commencé. Votre temps d'observateur s'achève avec elles. Merci de l'avoir
accompagnée jusqu'ici !
<#elseif role == "OBSERVER">
votre temps d'observateur sur la liste de diffusion TLD-OPS s'achève.
Merci de nous avoir accompagnés !
<#else>
votre temps de rédacteur pour la liste de diffusion TLD-OPS s'achève.
Merci de vos messages !
</#if>

<#if role == "OBSERVER">
Désormais rien de la liste ne vous parvient plus et vous ne pouvez plus y
écrire. Ce que vous y avez lu reste confidentiel (TLP:AMBER).
<#else>
Désormais vous ne pouvez plus y écrire.
</#if>

Si c'est une erreur, écrivez à ${contact}.
<@p.bye/>
