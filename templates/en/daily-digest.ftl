<#import "parts.ftl" as p>
Subject: [${list.name}] [${tlp}] Digest of ${day}

<#if items?size == 1>One post<#else>${items?size} posts</#if> to ${list.post} since the last digest.
The strictest label among them is ${tlp}.

<#list items as it>
${it?counter}. ${it.subject}
   ${it.tlp}, ${it.author}, ${it.at}
</#list>

Each of them follows as a mail of its own, which you can open and answer.
To get every post at once again, send the line

  set digest off

to ${list.request}.
