<#import "parts.ftl" as p>
Subject: TLD-OPS, suivi : ${what} ${p.about(tld, people)}

Pour information ; il n'y a rien à faire.

  Objet :     ${what}
  ccTLD :     ${tld}
<#list people as it>
  Personne :  ${it.marked}, ${it.email}
</#list>
  Décision :  ${decider}
  Motif :     ${reason}
  Date :      ${at}
