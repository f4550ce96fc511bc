<#import "parts.ftl" as p>
Subject: TLD-OPS: we could not act on your mail<#if tld??> (${tld})</#if>

Hello,

thank you for your mail<#if tld??> about ${tld}</#if>. We could not act on it:
<#switch why>
<#case "NOT_THE_ADMIN_CONTACT">
neither the sender nor the copy is the address of the ccTLD's
administrative contact in the IANA database.

How to do it right: send the form from that address, or put that address
in Cc; we then ask the contact itself.
<#break>
<#case "ANSWER_FROM_ELSEWHERE">
an answer to a question of ours has to come from the address in the IANA
database that we asked.

How to do it right: reply to our letter from that mailbox, with the word
alone.
<#break>
<#case "ONE_PERSON_ONLY">
who asks for himself can name one person only, himself.

How to do it right: send the form with your own name, address and phone
number; or ask your IANA administrative contact to send it for all.
<#break>
<#case "CC_DOES_NOT_COUNT">
the form has to be sent from the address of the ccTLD's administrative
contact in the IANA database; a copy to it is not enough here.

How to do it right: ask the contact to send the form.
<#break>
<#case "NOT_NOW">
at present we take no such request for this ccTLD by mail.

How to do it right: ask your IANA administrative contact to send us the
form; it can do so at any time.
<#break>
</#switch>
<#if urls.iana??>
The contact of each ccTLD: ${urls.iana}
</#if>

Nothing has been changed. Send the word help to
${list.request} to see the form.
<@p.bye/>
