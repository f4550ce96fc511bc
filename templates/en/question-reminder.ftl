<#import "parts.ftl" as p>
Subject: Reminder: TLD-OPS, please confirm or deny ${p.about(tld, p.persons(newcomers))}

Dear IANA Admin Contact,

some days ago we asked you about ${tld} and have not heard from you yet.

<@p.do_not_forward/>

<#if newcomers?size == 1>
If you confirm, this person becomes a member of the TLD-OPS mailing
list, which only the security and stability contacts of ccTLDs can join:
<#else>
If you confirm, these people become members of the TLD-OPS mailing list,
which only the security and stability contacts of ccTLDs can join:
</#if>

<@p.contacts newcomers/>

<@p.doubts doubts/>
<@p.verdict blockable tld/>
The last day is ${last}.
If we hear nothing by then, nothing is changed.

<@p.from_iana/>

<@p.published tld/>
<@p.bye/>
