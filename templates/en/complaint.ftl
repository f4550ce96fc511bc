<#import "parts.ftl" as p>
Subject: TLD-OPS: a letter of ours was reported as unwanted<#if tlds?has_content> (${tlds?join(", ")})</#if>

Hello,

the mail program or the mail provider of

  <#if name?has_content>${name}<#else>somebody on the list</#if><#if tlds?has_content>, ${tlds?join(", ")}</#if>
  ${address}

reported a letter of ours as unwanted mail. That is often a slip of a
finger, and sometimes a wish to leave that nobody told us.

Nothing was changed by it: a contact of a ccTLD leaves by the command
unsubscribe, or by the word of the administrative contact. Please ask when
you next talk to each other; if such reports go on, that provider may hold
back our mail to others, too.

Noted on ${at}.
You do not hear of further reports on the same day.
<@p.bye/>
