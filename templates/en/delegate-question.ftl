<#import "parts.ftl" as p>
Subject: TLD-OPS: <#if ends>shall your delegate be none any more<#else>is this your delegate</#if>? (${tld})

Dear IANA Admin Contact,

<#if ends>
somebody asked us in your name to end that this address speaks for you
for ${tld}:
<#else>
somebody asked us in your name to let this address speak for you for
${tld} until ${until}:
</#if>

  ${delegate}

<@p.do_not_forward/>

<#if again>
You see this question once more; please answer this letter and not the
earlier one.

</#if>
<#if !ends>
A delegate can change, add and remove the contacts of ${tld} with
verified mail alone. You are told of each act and can take it back for
${rules.undoHours} hours. It ends at once when the IANA database names another
contact than you. Your answer counts only if we can verify that it comes
from you.

</#if>
<@p.verdict false tld/>
The last day is ${last}.

<@p.from_iana/>
<@p.bye/>
