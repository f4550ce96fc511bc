<#import "parts.ftl" as p>
Subject: TLD-OPS: please confirm the contacts ${p.about(tld, p.persons(newcomers))}

Dear IANA Admin Contact,

please confirm or deny the change below for ${tld}.

<@p.do_not_forward/>

<#if again>
You see this question once more; please answer this letter and not the
earlier one.

</#if>
<#switch origin>
<#case "INVITED">
An answer to our invitation reached us<#if sender??>, sent as
${sender}</#if>.
Before anything happens we ask you here, at the address in the IANA
database.
<#break>
<#case "LEAFLET">
A request to subscribe the contacts below reached us<#if sender??>, sent as
${sender}</#if>.
Before anything happens we ask you here, at the address in the IANA
database.
<#break>
<#case "REPRESENTATIVE">
<#if sender??>
${sender}
<#else>
Somebody
</#if>
asked us in your name to subscribe the contacts below, with you in copy.
Nothing happens until you say so.
<#break>
<#case "APPLICATION">
The people below asked us to join the TLD-OPS mailing list. We could not
verify that they wrote themselves. Your answer is for all of them
together; if only some are right, deny and send us the form.
<#break>
<#case "LATE">
Your answer to our earlier letter came after its last day, so it was not
carried out. Here is what it asked for; one word from you does it now.
<#break>
</#switch>

<#if newcomers?size == 1>
If you confirm, this person becomes a member of the list for ${tld}:
<#else>
If you confirm, these people become members of the list for ${tld}:
</#if>

<@p.contacts newcomers/>

SSCs of ${tld} today:

<@p.contacts present/>

and after your confirmation:

<@p.names (present + newcomers)?sort_by("rank")/>

<@p.doubts doubts/>
<@p.verdict blockable tld/>
The last day is ${last}.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
