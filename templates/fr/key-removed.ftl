<#import "parts.ftl" as p>
Subject: TLD-OPS : une clé n'est plus enregistrée pour vous (${tld})

Bonjour,

cette clé n'est plus enregistrée pour le contact administratif de l'IANA
de ${tld} :

  ${(kind == "OPENPGP")?then("clé OpenPGP", "certificat S/MIME (SHA-256)")}
<#list fingerprint as line>
  ${line}
</#list>

<#if himself>
Elle a été retirée à votre demande. Des courriels qu'elle a signés
entre-temps ont pu être acceptés ; les avis que vous avez reçus disent
ce qui a été fait, et le Secrétariat en est averti.
<#else>
L'opérateur de la liste l'a retirée. Ses signatures ne comptent plus ;
vos courriels comptent comme auparavant.
</#if>
<@p.bye/>
