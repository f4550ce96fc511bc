<#import "parts.ftl" as p>
Subject: Bienvenue sur la liste de diffusion TLD-OPS !

Bonjour ${name},

<#if role == "OBSERVER">
vous êtes sur la liste de diffusion TLD-OPS comme observateur :
vous lisez ce que ses membres écrivent et pouvez leur écrire.
<#if until??>
Votre dernier jour : ${until}.
</#if>
<#if roster>
Vous recevez aussi les bulletins avec les contacts de tous les membres.
<#else>
Les contacts des membres ne vous sont pas envoyés.
</#if>
<#if !until??>
Les observateurs quittent la liste quand commencent les invitations
régulières des ccTLD ; nous vous préviendrons.
</#if>
<#else>
vous pouvez écrire à la liste de diffusion TLD-OPS. Vos messages
vont à tous ses membres ; ce que d'autres y écrivent ne vous parvient
pas.
<#if until??>
Votre dernier jour : ${until}.
</#if>
</#if>

Pour écrire à tous les membres :

  ${list.post}

<@p.purpose/>

<@p.confidential/>
<@p.archived/>

Si c'est une erreur, écrivez à ${contact}.
<@p.bye/>
