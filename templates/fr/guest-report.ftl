<#import "parts.ftl" as p>
<#if joined>
Subject: ${(role == "OBSERVER")?then("Observateur", "Rédacteur")} sur la liste TLD-OPS : ${name}
<#else>
Subject: N'est plus sur la liste TLD-OPS : ${name}
</#if>

Bonjour,

<#if joined>
  ${name}
  ${address}

est sur la liste comme <#if role == "OBSERVER">observateur : lit les messages<#if roster> et les contacts</#if><#else>rédacteur : y écrit et n'en reçoit rien</#if>
<#if until??>
jusqu'au ${until}.
<#elseif role == "OBSERVER">
jusqu'aux premières invitations régulières.
<#else>
jusqu'à nouvel ordre.
</#if>
<#else>
  ${name}
  ${address}

était sur la liste comme ${(role == "OBSERVER")?then("observateur", "rédacteur")} et l'a quittée.
</#if>

Motif : ${why}

Vous n'avez rien à faire.
