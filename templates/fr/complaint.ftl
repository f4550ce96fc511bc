<#import "parts.ftl" as p>
Subject: TLD-OPS : une de nos lettres a été signalée comme indésirable<#if tlds?has_content> (${tlds?join(", ")})</#if>

Bonjour,

le logiciel de messagerie ou le fournisseur de

  <#if name?has_content>${name}<#else>quelqu'un de la liste</#if><#if tlds?has_content>, ${tlds?join(", ")}</#if>
  ${address}

a signalé une de nos lettres comme courrier indésirable. C'est souvent un
doigt qui glisse, parfois l'envie de partir que personne ne nous a dite.

Rien n'a changé pour autant : le contact d'un ccTLD part par la commande
désabonner, ou à la demande du contact administratif. Posez la question à
l'intéressé à l'occasion ; si ces signalements continuent, ce fournisseur
pourrait retenir aussi notre courrier à d'autres.

Noté le ${at}.
Les autres signalements du même jour ne vous sont pas annoncés.
<@p.bye/>
