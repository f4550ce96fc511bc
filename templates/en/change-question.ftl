<#import "parts.ftl" as p>
Subject: TLD-OPS: please confirm a change of the contacts (${tld})

Dear IANA <#if cause == "TECH">Technical<#else>Admin</#if> Contact,

please confirm or deny the change below for ${tld}.

<@p.do_not_forward/>

<#if again>
You see this question once more; please answer this letter and not the
earlier one.

</#if>
<#switch cause>
<#case "HIMSELF">
<#if sender??>
${sender}
</#if>
wrote to us as one of your contacts and asked for this.
<#if authenticated>
We could verify that the mail came from that address.
<#else>
We could not verify who wrote it.
</#if>
<#break>
<#case "REPRESENTATIVE">
<#if sender??>
${sender}
<#else>
Somebody
</#if>
asked us for this in your name, with you in copy.
<#break>
<#case "COLLEAGUE">
<#if sender??>
${sender}
<#else>
One of your contacts
</#if>
asked for this as one of your contacts, because our mail to a colleague
comes back.
<#break>
<#case "DELEGATE">
<#if sender??>
${sender}
<#else>
Your delegate
</#if>
asked us for this as your delegate; one proof was missing.
<#break>
<#case "TECH">
You asked us for this as the technical contact that the IANA database
names. When you confirm it, the administrative contact is told, and can
undo it.
<#break>
<#case "REMOVAL">
The command to remove a contact reached us in your name.
<#break>
<#default>
A form with changed contacts reached us in your name.
</#switch>
Nothing happens until you say so. If you confirm, this changes:

<@p.effect changed added removed/>
The contacts of ${tld} are then:

<@p.entries after/>
<#if !after?has_content>

With nobody left, ${tld} is taken out of the public directory.
</#if>

<@p.doubts doubts/>
<@p.verdict blockable tld/>
The last day is ${last}.

<#if cause == "TECH">
Please answer from the address that is registered in the IANA database
for your ccTLD's Technical Contact.
<#else>
<@p.from_iana/>
</#if>
<@p.bye/>
