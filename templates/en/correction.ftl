<#import "parts.ftl" as p>
<#-- A line to mend has its reason above it, on a line of stars: those end a value and never become part of one. -->
<#function reason it>
<#switch it.what>
<#case "NOBODY"><#return "No contact person is filled in.">
<#case "TOO_MANY"><#return "There are more than " + max + " people; we admit at most " + max + " per ccTLD.">
<#case "STATEMENT_MISSING"><#return "The sentence that confirms their responsibility is missing.">
<#case "TLD_MISSING"><#return "The ccTLD is missing.">
<#case "TLD_UNKNOWN"><#return "We know no ccTLD of this name.">
<#case "NAME_MISSING"><#return "The name is missing.">
<#case "EMAIL_MISSING"><#return "The e-mail address is missing.">
<#case "EMAIL_UNREADABLE"><#return "This is not an e-mail address we can write to.">
<#case "EMAIL_OURS"><#return "This is an address of the list itself, not of a person.">
<#case "EMAIL_TWICE"><#return "Two people have this same address; each needs one of his own.">
<#case "EMAIL_ROLE"><#return "This is the address of a function; we need a personal one.">
<#case "EMAIL_TOO_MANY"><#return "There are more than two addresses; two are the most.">
<#case "PHONE_MISSING"><#return "The mobile phone number is missing.">
<#case "PHONE_UNREADABLE"><#return "This is not a phone number with + and country code.">
<#case "NUMBER_MISSING"><#return "Some lines stand under no number; we can not tell whose they are.">
<#case "NUMBER_TWICE"><#return "Two contact persons have the number " + it.typed + ".">
</#switch>
<#return "This line can not be read.">
</#function>
<#function example it>
<#if it.what?starts_with("EMAIL")><#return "jan.jansen@registry.example"></#if>
<#if it.what?starts_with("PHONE")><#return "+44 7700 900123"></#if>
<#if it.what?starts_with("TLD")><#return "ccTLD: " + (tldName!".nl")></#if>
<#if it.what == "NAME_MISSING"><#return "Jan Jansen"></#if>
<#if it.what?starts_with("NUMBER_")><#return "#1, #2 and so on, each once"></#if>
<#return "">
</#function>
<#macro told it>
<#if (it.line > 0)>* Line ${it.line}<#if it.typed?has_content>: ${it.typed}</#if><#elseif (it.entry > 0)>* Entry ${it.entry}<#else>* The form</#if>
  ${reason(it)}
<#if example(it)?has_content>
  Example: ${example(it)}
</#if>
</#macro>
<#macro line label it placeholder>
<#if it.wrong??>
*** (!) ${reason(it.wrong)}
</#if>
${label}: <#if it.typed?has_content>${it.typed}<#else>${placeholder}</#if>
</#macro>
<#assign defects = []>
<#list blocks as b>
<#list [b.name, b.email, b.phone] as l><#if l.wrong??><#assign defects = defects + [l.wrong]></#if></#list>
</#list>
<#assign defects = defects + others>
<#assign tldWrong = others?filter(it -> it.what?starts_with("TLD"))>
<#assign formWrong = others?filter(it -> !it.what?starts_with("TLD") && it.what != "STATEMENT_MISSING")>
Subject: TLD-OPS: please mend <#if defects?size == 1>one line<#else>${defects?size} lines</#if> of your form<#if tld??> (${tld})</#if>

Hello,

thank you for the form<#if tld??> for ${tld}</#if>. We could not use it yet:

<#list defects as it>
<@told it/>
</#list>

Below is your form again with the lines to mend marked (!). Please send
it back by replying to this letter. If you like, send only the mended
lines, each below the heading of its contact person; all the rest we
have kept. Marks and explanations need not be removed.
The last day is ${last}.

<@p.do_not_forward/>
<@p.bye/>

*** RESPONSE TEMPLATE ***

<#list tldWrong as it>
*** (!) ${reason(it)}
</#list>
ccTLD: ${tldName!"<ccTLD>"}

<#list formWrong as it>
*** (!) ${reason(it)}
</#list>
<#list blocks as b>
${p.label(b.number)}
<@line "Name" b.name "<FirstName" + b.number + "> <LastName" + b.number + ">"/>
<@line "Email address" b.email "<EmailAddress" + b.number + ">"/>
<@line "Mobile phone number" b.phone "+<country code> <number>"/>

</#list>
<#if !statement>
*** (!) This sentence was missing; please leave it in:
</#if>
<@p.statement/>
