<#import "parts.ftl" as p>
Subject: TLD-OPS: was this you? (<#if tld??>${tld}, </#if>${person.name})

Dear ${person.name},

in your name somebody asked us for this:
<#list commands as command>

  ${command}
</#list>

We could not verify that it was you.

<@p.do_not_forward/>

If it was you, reply with the one word

  confirm

by ${until}, and the answer follows at
once, to this address. If it was not, there is nothing to do.
<@p.bye/>
