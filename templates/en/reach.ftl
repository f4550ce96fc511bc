<#import "parts.ftl" as p>
<#-- How well a ccTLD can be reached (N19): for its own people and the Secretariat alone. -->
<#function grade name><#return {"GOOD": "well", "FAIR": "fairly", "WEAK": "badly", "NONE": "not at all"}[name]></#function>
<#function what name><#return {"MAIL": "every e-mail address works", "PHONE": "every phone number can be in use", "PEOPLE": "at least " + rules.recommended + " people, each with a number of his own", "DOMAINS": "addresses at more than one domain", "OUTSIDE": "an address outside the ccTLD's own zone"}[name]></#function>
<#macro note it>
How well ${it.tld} can be reached: ${grade(it.level)}

<#list it.tests as test>
  <#if test.good>yes<#else>no </#if>  ${what(test.what)}
</#list>
<#list it.ways?filter(way -> way.mail != "WORKS" || way.phone != "USABLE") as way>
<#if way?index == 0>

</#if>
  ${way.person.name} (${p.ordinal(way.rank)}):
<#switch way.mail>
<#case "UNPROVED">
    the address has never answered
<#break>
<#case "SILENT">
    not heard from since ${way.since!}
<#break>
<#case "RETURNS">
    mail came back, last on ${way.since!}
<#break>
</#switch>
<#switch way.phone>
<#case "DOUBTFUL">
    the phone number does not look like one in use
<#break>
<#case "ABROAD">
    the phone number is of another country
<#break>
</#switch>
</#list>
<#if it.advice??>

<#switch it.advice.kind>
<#case "NOBODY">
What would help most: name somebody; ${it.tld} has no contact.
<#break>
<#case "MAIL_RETURNS">
What would help most: correct the e-mail address of
${(it.advice.way.person.name)!}; mail to it comes back.
<#break>
<#case "SECOND_PERSON">
What would help most: name one more person. When the only
one can not be reached, nobody can.
<#break>
<#case "UNPROVED">
What would help most: an answer to our welcome letter from
${(it.advice.way.person.name)!}.
<#break>
<#case "SILENT">
What would help most: a word from
${(it.advice.way.person.name)!}; any mail to us is enough.
<#break>
<#case "PHONE_DOUBTFUL">
What would help most: correct the phone number of
${(it.advice.way.person.name)!}.
<#break>
<#case "OUTSIDE">
What would help most: one address that is not under ${it.tld}.
If ${it.tld} fails, all of yours fail with it.
<#break>
<#case "DOMAINS">
What would help most: an address at another domain for one of you.
At present one mail server can cut you all off.
<#break>
<#case "SAME_PHONE">
What would help most: a phone number of his own for each of you.
<#break>
</#switch>
</#if>

This note is for the contacts of ${it.tld}, its administrative contact
and the ${secretariat} alone.
</#macro>
