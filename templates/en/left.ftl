<#import "parts.ftl" as p>
Subject: TLD-OPS: a contact has left (${tld}, ${person.name})

Dear IANA Admin Contact,

by his or her own wish this contact of ${tld} has left the list, and gets
nothing from it any more:

  ${person.name}

<#if rest?has_content>
The contacts of ${tld} are now:

<#list rest as it>
  ${it.name}
</#list>
<#if (rest?size < rules.recommended)>

We recommend at least ${rules.recommended}, for the day on which one can not be reached.
</#if>
<#else>
${tld} has no contact any more and no longer stands in the public
directory.
</#if>

To name somebody else, send the command modify ${tldName} from this
address to
${list.request}.
<@p.bye/>
