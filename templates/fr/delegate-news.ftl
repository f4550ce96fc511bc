<#import "parts.ftl" as p>
Subject: TLD-OPS : le délégué pour ${tld}

Bonjour,

il s'agit du délégué du contact administratif de l'IANA de ${tld} :

  ${delegate}

<#switch news>
<#case "ASKED">
Nous avons demandé à cette adresse si elle accepte. Avant sa réponse,
elle ne peut rien.
<#break>
<#case "PROVED">
L'adresse a accepté. Jusqu'au ${until}, elle peut modifier les
contacts de ${tld} par des courriels vérifiés. La commande
révoquer ${tldName} du contact administratif y met fin.
<#break>
<#case "DECLINED">
L'adresse a décliné. Elle ne peut rien.
<#break>
<#case "ENDED">
Désormais, elle ne parle plus pour le contact administratif.
<#break>
<#case "EXPIRED">
Son dernier jour, le ${until}, est passé. Désormais, elle ne
parle plus pour le contact administratif.
<#break>
<#case "CONTACT_CHANGED">
La base de l'IANA indique un autre contact administratif que celui qui
l'a nommée. Désormais, elle ne parle pour personne. Le nouveau contact
peut nommer son propre délégué.
<#break>
</#switch>
<#if reply?? && (news == "ASKED" || news == "PROVED")>

Ce n'est pas ce que vous vouliez ? Pendant ${rules.undoHours} heures, vous pouvez revenir
en arrière : répondez à cette lettre par le seul mot

  annuler   (ou undo)

<@p.do_not_forward/>
</#if>
<@p.bye/>
