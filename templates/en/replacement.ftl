<#import "parts.ftl" as p>
<#assign own = to == "HIMSELF">
Subject: TLD-OPS: <#if own>our mail to you comes back<#else>a contact can not be reached</#if> (${tld})

Hello,

<#if own>
our mail to one of your two addresses comes back:
<#else>
our mail to <#if lost?size == 1>a contact<#else>contacts</#if> of ${tld} comes back:
</#if>

<#list lost as it>
  ${it.name} (${p.ordinal(it.rank)})
    ${it.address}
    unreachable since ${it.since}
</#list>

In an incident nobody would get through there. Nobody is removed by this;
the contact list says "unreachable" until the address answers us again or
another one takes its place.

<#if own>
Below is your entry as a form. Please put a good address in the place of
this one and send the form back by replying to this letter from this
address. Your IANA administrative contact is asked before it takes effect.
If the address works again, send us any mail from it, such as the command
help; then all is well and this form can be left alone.
<#else>
Below are the contacts of ${tld} as we have them, as a form.
Please send it back by replying to this letter:

* With a good e-mail address in the place of this one, or
* with another person in these three lines, or
* with these three lines empty, if nobody takes the place.

The lines that change are enough, below the heading of their person.
<#if to == "COLLEAGUE">
Your IANA administrative contact is asked before it takes effect.
<#else>
Where your mail can not be verified we show you the effect, before and
after, and ask for one word before anything is done.
</#if>
</#if>
The last day is ${last}.

<@p.do_not_forward/>
<@p.bye/>

*** RESPONSE TEMPLATE ***

ccTLD: ${tldName}

<#list blocks as b>
${p.label(b.number)}
Name: <#if b.name.typed?has_content>${b.name.typed}<#else><FirstName${b.number}> <LastName${b.number}></#if>
Email address: <#if b.email.typed?has_content>${b.email.typed}<#else><EmailAddress${b.number}></#if>
Mobile phone number: <#if b.phone.typed?has_content>${b.phone.typed}<#else>+<country code> <number></#if>

</#list>
<#if !own>
<@p.statement/>
</#if>
