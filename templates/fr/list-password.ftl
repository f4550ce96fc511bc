<#import "parts.ftl" as p>
Subject: TLD-OPS : votre nouveau mot de passe de la liste (${tld})

Bonjour,

voici votre nouveau mot de passe de la liste pour ${tld}. Le précédent, s'il
y en avait un, n'est plus valable.

  ${password}

Avec lui, la commande

  who ${password}

envoyée à ${list.request}
vous apporte les contacts de tous les membres. Gardez-le pour vous. Nous
ne l'avons pas conservé sous forme lisible et ne pouvons pas le renvoyer ;
la commande password en crée un nouveau.
<@p.bye/>
