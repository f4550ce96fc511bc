<#import "parts.ftl" as p>
Subject: TLD-OPS : nous n'avons pas compris votre réponse<#if tld??> (${tld})</#if>

Bonjour,

merci pour votre réponse<#if tld??> concernant ${tld}</#if>.
<#if both>
Nous y avons trouvé plus d'une réponse et préférons ne pas deviner.
<#elseif expected == "OPPOSITE">
Votre première réponse était un oui et a été suivie d'effet ; celle-ci
dit le contraire, et nous préférons ne pas deviner.
<#else>
Nous n'y avons pas trouvé de réponse claire et préférons ne pas deviner.
</#if>
<#if expected == "OPPOSITE">Elle n'a rien changé.<#else>Rien n'a été changé.</#if>

<@p.do_not_forward/>

<#switch expected>
<#case "VERDICT">
Veuillez répondre par un seul mot, confirmer ou refuser, sans rien
d'autre.
<#if mailto??>
Ou suivez l'un de ces liens ; chacun ouvre une lettre prête à partir.

confirmer (confirm) : ${mailto("Re: TLD-OPS", "confirm")}

refuser (deny) : ${mailto("Re: TLD-OPS", "deny")}
</#if>
<#break>
<#case "CHOICE">
Veuillez répondre par le chiffre de notre question, sans rien d'autre.
<#if mailto??>
Ce lien ouvre une lettre avec le chiffre 0 ; mettez un autre chiffre à
sa place pour un autre choix.

${mailto("Re: TLD-OPS", "0")}
</#if>
<#break>
<#case "UNDO">
<#case "OPPOSITE">
Pour que le changement soit annulé, veuillez répondre par le seul mot
annuler. Sinon, il n'y a rien à faire.
<#if mailto??>

annuler (undo) : ${mailto("Re: TLD-OPS", "undo")}
</#if>
<#break>
<#case "OVERSIGHT">
Veuillez répondre par l'un de ces mots : release, extend 5, close.
<#if mailto??>

release : ${mailto("Re: TLD-OPS", "release")}

extend 5 : ${mailto("Re: TLD-OPS", "extend 5")}

close : ${mailto("Re: TLD-OPS", "close")}
</#if>
<#break>
<#case "FORM">
Veuillez répondre à cette lettre avec le formulaire de notre lettre
précédente, rempli au-dessus du texte cité.
<#break>
</#switch>
<@p.bye/>
