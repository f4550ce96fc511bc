<#import "parts.ftl" as p>
Subject: TLD-OPS : l'horloge du robot est mise en doute

Bonjour,

le robot ne croit plus l'horloge de sa machine.
<#switch kind>
<#case "JUMP">
L'horloge a sauté pendant que le robot tournait.
<#break>
<#case "GAP">
Au démarrage du robot, son dernier signe de vie était très ancien.
<#break>
<#case "BACK">
Au démarrage du robot, l'horloge montrait une heure déjà passée.
<#break>
</#switch>

  L'horloge montre :       ${shown}
  <#if kind == "JUMP">Heure attendue :      <#else>Dernier signe de vie :</#if>  ${expected}

D'ici à ce que ce soit réglé, aucun rappel ne part et aucun délai n'expire.
Le courrier est reçu, et ce qui ne fait que lire reçoit sa réponse ; les
réponses et les formulaires attendent. Rien n'est perdu.

Veuillez prier l'opérateur de vérifier l'horloge de la machine. Une fois
qu'elle est à l'heure, le robot continue de lui-même ; si elle est juste
telle quelle, l'opérateur dit

  tldops clock accept

Vous ne recevez cette lettre qu'une fois.
