<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS: urgent ${tld}: <#switch news><#case "NEXT_ASKED">the next contact is asked<#break><#case "DELIVERED">our letters have left<#break><#case "FAILED">one address can not be reached<#break><#case "ANSWERED">${called[0].person.name} has answered<#break><#case "NOBODY">nobody has answered<#break><#case "OVER">nobody has answered in a day<#break></#switch>

Hello,

<#switch news>
<#case "NEXT_ASKED">
nobody of ${tld} has answered, so the next contact is asked. Asked so
far:
<@o.asked called/>
<@o.next .data_model/>
<#break>
<#case "DELIVERED">
this became of our letters to ${tld}:
<@o.asked called/>

"Has left" means that the mail server took it; read is another matter.
<#break>
<#case "FAILED">
a letter of ours could not be delivered:
<@o.asked called/>

The other addresses and the phone are still good, as far as we know.
<#break>
<#case "ANSWERED">
<#list called as it>
${it.person.name} (${p.ordinal(it.rank)}) of ${tld} has answered. Nobody else is asked
any more. The number we have:

  ${it.person.phone}
</#list>
<#if words?has_content>

The answer:

<#list words as line>
  | ${line}
</#list>
</#if>
<#break>
<#case "NOBODY">
every contact of ${tld} who can be asked was asked, and nobody has
answered us:
<@o.asked called/>

If somebody answers within a day, you hear of it. The command
who ${tldName} shows all numbers and the time it is there now.
<#break>
<#case "OVER">
a day is over and nobody of ${tld} has answered, so we ask nobody any
more. Asked so far:
<@o.asked called/>

Is it still urgent? Then send the command again, or call yourself:
who ${tldName} shows all numbers and the time it is there now.
<#break>
</#switch>
<@p.bye/>
