<#import "parts.ftl" as p>
<#function names people><#return people?map(it -> it.name)?join(", ")></#function>
<#assign people = []>
<#list results as it><#assign people = people + it.added></#list>
Subject: TLD-OPS: what became of your answer <#if results?size == 1>${p.about(results[0].tld, people)}<#else>(${results?map(it -> it.tld)?join(", ")})</#if>

Hello,

thank you. This is what became of your answer:

<#list results as it>
${it.tld}
<#switch it.became>
<#case "ADMITTED">
  Done. The new contacts are on the list and get a welcome letter; the
  name of your ccTLD stands in the public directory.
<#break>
<#case "DENIED">
  Noted: nothing was changed, and whoever asked is told so.
<#break>
<#case "NOTHING_NEW">
  Everybody you named is on the list already; nothing had to change.
<#break>
<#case "QUESTION_FOLLOWS">
  A question about this follows in a letter of its own; nothing is
  changed until you have answered it.
<#break>
<#case "BLOCKED">
  Noted: nothing was changed, and for ${rules.blockDays} days unverified mail causes
  no more questions about this ccTLD.
<#break>
<#case "REPLACED">
  Done. The new contact has taken the place; both are told.
<#break>
<#case "KEPT">
  Everything stays as it is.
<#break>
<#case "WAITING">
  Received. It waits for its turn: we ask one question about a ccTLD at
  a time, and only a few a day. There is nothing for you to do now.
<#break>
<#case "NOTHING_LEFT">
  Nothing is left of what was asked for: the contacts have changed
  meanwhile. Nothing was changed now.
<#break>
</#switch>
<#if it.added?has_content>
  Joined: ${names(it.added)}
</#if>
<#if it.removed?has_content>
  Left: ${names(it.removed)}
</#if>
<#if it.already?has_content>
  There already: ${names(it.already)}
</#if>
<#if it.single>
  This ccTLD has one contact; we recommend at least ${rules.recommended}, for the
  day on which one of them can not be reached.
</#if>
<@p.phones it.added/>
<@p.risk it.risk/>

</#list>
<#if reply??>
Was this not what you wanted? For ${rules.undoHours} hours you can take back all that
has changed here: reply to this letter with the one word

  undo

Please do not forward this letter: whoever holds it can answer it.

</#if>
Did you not expect this letter? Then please write to
${contact}.
<@p.bye/>
