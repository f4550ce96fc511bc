<#import "parts.ftl" as p>
Subject: TLD-OPS : une clé a été enregistrée pour vous (${tld})

Bonjour,

vous êtes le contact administratif de l'IANA de ${tld}. L'opérateur de la
liste a enregistré pour vous la partie publique de cette clé :

  ${(kind == "OPENPGP")?then("clé OpenPGP", "certificat S/MIME (SHA-256)")}
<#list fingerprint as line>
  ${line}
</#list>
<#if until??>

Elle compte jusqu'au ${until}.
</#if>

Désormais, une réponse à l'une de nos lettres signée avec cette clé est
acceptée sans autre preuve, si la référence de la lettre se trouve dans le
texte signé : laissez donc notre lettre sous votre réponse. Les
courriels sans signature comptent comme avant.

Ce n'est pas votre clé, ou vous ne voulez pas qu'elle soit enregistrée ?
Répondez à cette lettre, quand vous voulez, par le seul mot

  annuler   (ou undo)

La clé est alors retirée et le Secrétariat en est averti.

<@p.do_not_forward/>
<@p.bye/>
