<#import "parts.ftl" as p>
Subject: TLD-OPS: your mail to the list

Hello,

your mail to ${list.post} has gone to nobody.

<#if verified>
Only the members of the list write to it: the security and stability
contacts of ccTLDs. This address is none of theirs.
<#else>
Only the members of the list write to it, and we could not verify who
sent this mail. If this address is known to us, a question about it is
on its way to it in a letter of its own.
</#if>

To join, or to reach a ccTLD, send the word help to
${list.request}.

If a person should read your mail, please send it to
${contact}.
<@p.bye/>
