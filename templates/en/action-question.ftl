<#import "parts.ftl" as p>
Subject: TLD-OPS: was this you? (${tld}, ${person.name})

Dear ${person.name},

in your name somebody asked us for
<#if action == "WHO">
the contacts of the members of the list (who).
<#else>
a new list password (password).
</#if>
We could not verify that it was you.

<@p.do_not_forward/>

If it was you, reply with the one word

  confirm

by ${until}, and the answer follows at
once, to this address. If it was not, there is nothing to do.
<@p.bye/>
