<#import "parts.ftl" as p>
Subject: TLD-OPS: IANA names another admin contact now (${tlds?join(", ")})

Hello,

the IANA database names another administrative contact than this address
for:

<#list tlds as it>
  ${it}
</#list>

It now names ${now}

We read it twice, some hours apart. From now on the questions we sent
you about ${(tlds?size == 1)?then("this ccTLD", "these ccTLDs")} can not be answered any more, and what you had
set going there goes to the new contact. Nobody has been taken off the
list.

If this is as it should be, there is nothing to do, and we thank you for
your part in it.

If it comes as a surprise, please have the record corrected at IANA, and
tell us: ${contact}
<#if urls.iana??>
The IANA database: ${urls.iana}
</#if>
<@p.bye/>
