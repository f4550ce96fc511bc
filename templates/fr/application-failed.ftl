<#import "parts.ftl" as p>
Subject: TLD-OPS : votre demande est restée sans réponse (${tld})

Bonjour,

vous avez demandé à rejoindre la liste de diffusion TLD-OPS pour ${tld}.
Nous avons interrogé le contact administratif de l'IANA de ${tld}, puis
lui avons envoyé un rappel ; en ${days} jours ouvrés, aucune réponse n'est
venue, et votre demande a pris fin.

Veuillez en parler au sein de votre ccTLD : nos lettres n'ont peut-être
pas été vues, ou le contact de la base de l'IANA n'est plus à jour. Vous
pourrez ensuite refaire votre demande.
<#if urls.iana??>
La base de l'IANA : ${urls.iana}
</#if>
<@p.bye/>
