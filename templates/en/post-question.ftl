<#import "parts.ftl" as p>
Subject: TLD-OPS: is this post yours? (${subject})

Dear ${name},

in your name somebody wrote to all members of the list:

  Subject: ${subject}
  Label:   ${tlp}<#if !labelled>   (it has none of its own)</#if>

<#list lines as line>
  |<#if line?has_content> ${line}</#if>
</#list>

We could not verify that it was you, so nobody has got it yet.

<@p.do_not_forward/>

If it was you, reply with the one word

  confirm

by ${until}, and it goes to
all members at once. If it was not, there is nothing to do.
<@p.bye/>
