<#import "parts.ftl" as p>
Subject: Les invitations par lots ${running?then("reprennent", "sont suspendues")}

Bonjour,

<#if running>
désormais les lots d'invitations partent à leur heure. La commande qui
les suspend, depuis cette adresse :

  batches hold
<#else>
aucun autre lot d'invitations ne part. Les lettres déjà parties restent
valables, et leurs réponses comptent. La commande qui les relance, depuis
cette adresse :

  batches resume
</#if>

à ${list.request}.
