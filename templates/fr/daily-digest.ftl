<#import "parts.ftl" as p>
Subject: [${list.name}] [${tlp}] Condensé du ${day}

<#if items?size == 1>Un message<#else>${items?size} messages</#if> à ${list.post} depuis le dernier condensé.
La mention la plus stricte parmi eux est ${tlp}.

<#list items as it>
${it?counter}. ${it.subject}
   ${it.tlp}, ${it.author}, ${it.at}
</#list>

Chacun suit comme un courriel à part, que vous pouvez ouvrir et auquel
vous pouvez répondre. Pour recevoir de nouveau chaque message tout de
suite, envoyez la ligne

  set digest off

à ${list.request}.
