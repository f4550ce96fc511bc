<#import "parts.ftl" as p>
Subject: Invitation to join the TLD-OPS mailing list (${slips?map(it -> it.tld)?join(", ")})

Dear IANA Admin Contact,

we would be glad to see the ccTLDs that you look after join the TLD-OPS
mailing list. As there are several, here is one letter for all of them:

<#list slips as it>
  ${it.tld}
    last day ${it.last}
</#list>

<@p.purpose/>
Above all it is a contact repository. It is not encrypted, so that every
ccTLD can take part; details of an incident are better exchanged
directly, by phone or instant message.

The list is only accessible to people who are responsible for the
overall security and stability of a ccTLD and whom their IANA Admin
Contact has authenticated as such.
<#if urls.home??>
How admission works: ${urls.home}
</#if>

To join, please reply to this letter within ${days} working days with the
template below filled in. We admit at most ${max} people per ccTLD<#if (max > rules.recommended)> and
recommend at least ${rules.recommended}</#if>. Please give personal addresses and phone
numbers: the list rests on people who know each other by name.

If the same people are responsible for all of these ccTLDs, one form is
enough. If not, please reply once for each group and leave on the line
ccTLD those that the form is for. Each ccTLD has a reference of its own;
please leave those lines in your reply.

<#if trial>
Yours are among the first ccTLDs that we invite in this way. Please tell
us how it went, and what you would like to be different:
${contact}

</#if>
<@p.from_iana/>
<@p.do_not_forward/>

Please note that membership is published: the names of these ccTLDs
will stand in the public directory of ccTLDs on the list. The directory
holds names of ccTLDs only and nothing about people.
<#if urls.directory??>
The directory: ${urls.directory}
</#if>

<@p.about_list/>
<@p.bye/>

*** RESPONSE TEMPLATE ***

ccTLD: ${slips?map(it -> it.tldName)?join(", ")}

<#list 1..max as n>
${p.label(n)}
Name: <FirstName${n}> <LastName${n}>
Email address: <EmailAddress${n}>
Mobile phone number: +<country code> <number>

</#list>
<@p.statement/>

<#list slips as it>
Reference: ${it.token.secret} (${it.tldName})
</#list>
