<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS: <#if letter == 1>is this still you?<#elseif letter == 2>are you still there?<#else>a last question to you</#if> (${tlds?join(", ")})

Dear ${name},

<#if letter == 1>
<#if heard??>we have heard nothing from you since ${heard}<#else>we have never heard from you</#if>. That is no
reproach: contacts who are never needed are the best. Once a year we ask
those from whom nothing comes whether all is as it was:
<#elseif letter == 2>
some days ago we asked whether you are still the contact below, and no
answer has come. <#if heard??>We have heard nothing from you since
${heard}. </#if>Perhaps our letter was lost:
<#else>
this is the third and last time we ask. <#if heard??>We have heard nothing
from you since ${heard}.<#else>We have never
heard from you.</#if> Are you still this contact?
</#if>

<#list lines as line>
${line}
</#list>

If it is right, please reply with the one word

  ok

Any other mail that surely comes from you does as well, to the list or
to us: who uses the list is never asked.

If something has changed, send the word modify to
${list.request};
if you are no longer this contact, the word unsubscribe.

<#if letter < 3>
The last day for an answer is ${last}.
<#else>
The last day is ${last}. If nothing
comes, we ask your ccTLD's administrative contact whether somebody else
is in charge now. You stay on the list until it says otherwise.
</#if>
<#list reach as note>

<@r.note note/>
</#list>

<@p.do_not_forward/>
<@p.bye/>
