<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS: <#if own>your entry<#else>the contacts</#if> of ${tld}, to change

Hello,

<#if own>
below is your entry for ${tld} as a form. Change what has changed and
send it back by replying to this letter from this address. Your IANA
administrative contact is asked before it takes effect.
<#else>
below are the contacts of ${tld} as we have them, as a form. Change what
has changed and send it back by replying to this letter:

* Correct a line, and that person's data is changed.
* Empty the three lines of a person, and that person leaves the list.
* Fill in a free number, and that person joins.
* The number is the rank: 1 is called first.
</#if>

If you like, send only the lines that change, below the heading of their
person; all the rest stays as it is<#if !own>, and nobody leaves by that</#if>.
<#if !own>
Where your mail can not be verified we show you the effect, before and
after, and ask for one word before anything is done.
</#if>
If nothing has changed, there is nothing to do.
The last day is ${last}.
<#if reach??>

<@r.note reach/>
</#if>

<@p.do_not_forward/>
<@p.bye/>

<@p.filled tldName=tldName blocks=blocks statement_too=(!own)/>
