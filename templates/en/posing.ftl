<#import "parts.ftl" as p>
Subject: TLD-OPS oversight: somebody could be taken for an admin contact (${tld})

For your information; there is nothing to do.

A mail about ${tld} came in whose sender could be taken for its IANA
administrative contact.

  The contact:  ${admin}
  In From:      ${shown}
<#list foreign as it>
                ${it}
</#list>
<#if counts?has_content>
  Really from:  ${counts}
</#if>
  When:         ${at}

<#if counts?has_content>
The address of the contact stands only in the name beside the real one.
The mail could do no more than anybody's from that real address.
<#else>
They look alike and are not the same. Nothing was done of what the mail
asks for, and nobody was answered.
</#if>

You hear of this once a day for a ccTLD, however many such mails come.
<#if last>

This is the last such letter for 24 hours, since there were ten of them.
What else comes stands in the journal: ask the operator to look at
`tldops journal`.
</#if>
