<#import "parts.ftl" as p>
Subject: TLD-OPS: your change is received (${tld})

Hello,

thank you. We have asked the IANA administrative contact of ${tld} to
confirm the change that you sent. Until then all stays as it is.
You hear from us when the answer is there, at the latest after
${last}.

There is no need to ask again.
<@p.bye/>
