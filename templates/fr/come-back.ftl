<#import "parts.ftl" as p>
Subject: TLD-OPS : êtes-vous de nouveau contact de ${tld} ?

Bonjour ${person.name},

vous aviez été retiré des contacts de ${tld}, et cela vient d'être
annulé. Vous êtes de nouveau membre de la liste dès que vous le dites
vous-même : répondez à cette lettre par un seul mot

  confirmer   pour être de nouveau contact
  refuser     pour ne pas l'être

Dernier jour : ${last}.
Sans réponse, rien ne change.

<@p.do_not_forward/>
<@p.bye/>
