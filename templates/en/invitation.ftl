<#import "parts.ftl" as p>
Subject: Invitation to join the TLD-OPS mailing list (${tld})

Dear IANA Admin Contact,

we would be glad to see ${tld} join the TLD-OPS mailing list.

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
template below filled in for the people who are responsible for
${tld}. We admit at most ${max} people per ccTLD<#if (max > rules.recommended)> and recommend at
least ${rules.recommended}</#if>. Please give personal addresses and phone numbers: the list
rests on people who know each other by name.
The last day is ${last}.

<#if trial>
Yours is among the first ccTLDs that we invite in this way. Please tell
us how it went, and what you would like to be different:
${contact}

</#if>
<@p.from_iana/>
<@p.do_not_forward/>

<@p.published tld/>

<@p.about_list/>
<@p.bye/>

<@p.form tldName max/>
