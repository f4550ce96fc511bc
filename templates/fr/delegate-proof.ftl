<#import "parts.ftl" as p>
Subject: TLD-OPS : vous êtes nommé délégué pour ${tld}

Bonjour,

le contact administratif de l'IANA de ${tld} vous a nommé délégué
jusqu'au ${until} : vous pouvez modifier les contacts de ${tld}
sur la liste TLD-OPS. Il y faut un mot de votre adresse :

  confirmer   pour accepter
  refuser     si vous ne le voulez pas

Dernier jour : ${last}.

<@p.do_not_forward/>

Ensuite, la commande modifier ${tldName} vous apporte les contacts sous
forme de formulaire, à changer et à renvoyer. Chacun de vos courriels
doit pouvoir être vérifié ; le contact administratif est informé de
chaque modification et peut l'annuler.
<@p.bye/>
