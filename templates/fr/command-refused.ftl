<#import "parts.ftl" as p>
Subject: TLD-OPS : ceci n'a pas pu être fait (${tld})

Bonjour,

vous nous avez envoyé

  ${command}

et nous n'avons pas pu le faire :
<#switch reason>
<#case "NOT_A_MEMBER">
aucun contact de ${tld} n'a cette adresse. La commande
modifier ${tldName} vous montre les contacts actuels.
<#break>
<#case "DELEGATES_OFF">
cette liste n'admet pas de délégués. Qui agit pour vous met votre adresse
en copie (Cc) ; nous vous interrogeons alors.
<#break>
<#case "NO_DELEGATE">
${tld} n'a pas de délégué.
<#break>
<#case "DAY_PASSED">
ce jour est passé. Écrivez-le ainsi : 2027-06-30.
<#break>
<#case "ADDRESS_UNUSABLE">
cette adresse est une adresse de la liste même, ou la vôtre.
<#break>
<#case "ADMIN_CONTACT_ONLY">
seul le contact administratif de l'IANA de ${tld} nomme un délégué ou
met fin à sa délégation.
<#break>
</#switch>
<@p.bye/>
