<#import "parts.ftl" as p>
Subject: TLD-OPS: is this post yours? (${subject})

Dear ${name},

<#if often>from your address this came for all members of the list:<#else>in your name somebody wrote to all members of the list:</#if>

  Subject: ${subject}
  Label:   ${tlp}<#if !labelled>   (it has none of its own)</#if>

<#list lines as line>
  |<#if line?has_content> ${line}</#if>
</#list>

<#if often>
Very many came within an hour, so nobody has got this one yet: it may be
a machine of yours that answers the list.
<#else>
We could not verify that it was you, so nobody has got it yet.
</#if>

<@p.do_not_forward/>

If it was you, reply with the one word

  confirm

by ${until}, and it goes to
all members at once. If it was not, there is nothing to do.
<@p.bye/>
