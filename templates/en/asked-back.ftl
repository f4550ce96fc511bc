<#import "parts.ftl" as p>
Subject: TLD-OPS: we did not understand your answer<#if tld??> (${tld})</#if>

Hello,

thank you for your answer<#if tld??> about ${tld}</#if>.
<#if both>
We found more than one answer in it and do not want to guess.
<#elseif expected == "OPPOSITE">
Your first answer was a yes and has been carried out; this one says the
opposite, and we do not want to guess.
<#else>
We found no clear answer in it and do not want to guess.
</#if>
Nothing has been changed<#if expected == "OPPOSITE"> by it</#if>.

<@p.do_not_forward/>

<#switch expected>
<#case "VERDICT">
Please reply with one word and nothing else: confirm or deny.
<#if mailto??>
Or use one of these links; each opens a letter that is ready to send.

confirm: ${mailto("Re: TLD-OPS", "confirm")}

deny: ${mailto("Re: TLD-OPS", "deny")}
</#if>
<#break>
<#case "CHOICE">
Please reply with the digit from our question and nothing else.
<#if mailto??>
This link opens a letter with the digit 0; put another digit in its
place for another choice.

${mailto("Re: TLD-OPS", "0")}
</#if>
<#break>
<#case "UNDO">
<#case "OPPOSITE">
If you want the change taken back, please reply with the one word undo.
If not, there is nothing to do.
<#if mailto??>

undo: ${mailto("Re: TLD-OPS", "undo")}
</#if>
<#break>
<#case "OVERSIGHT">
Please reply with one of: release, extend 5, close.
<#if mailto??>

release: ${mailto("Re: TLD-OPS", "release")}

extend 5: ${mailto("Re: TLD-OPS", "extend 5")}

close: ${mailto("Re: TLD-OPS", "close")}
</#if>
<#break>
<#case "FORM">
Please reply to this letter with the form from our earlier letter,
filled in above the quoted text.
<#break>
</#switch>
<@p.bye/>
