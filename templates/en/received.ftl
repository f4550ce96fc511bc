<#import "parts.ftl" as p>
Subject: TLD-OPS: your request is received (${tld})

Hello,

thank you for your request to join the TLD-OPS mailing list for ${tld}.
We have asked the IANA administrative contact of ${tld} to confirm it.
You hear from us when the answer is there, at the latest after
${last}.

There is no need to ask again. If you like, tell your administrative
contact that our letter is waiting.
<@p.bye/>
