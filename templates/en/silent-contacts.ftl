<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS: nobody answers for you (${places?map(it -> it.tld)?join(", ")})

Dear IANA Admin Contact,

security and stability contacts whom you named to us have not been heard
of for long. We have written up to ${letters} letters to each; none was answered:

<#list places as place>
<#list place.silent as it>
  ${place.tld}: ${it.person.name}
    ${it.person.email}
    ${it.person.phone}
    not heard from since ${it.since}<#if it.returned>; our letter came back</#if>
</#list>
</#list>

Perhaps somebody else is in charge now, or has another address. Nobody
is taken off the list by silence; in an incident, though, nobody would
answer here. The last day for an answer is
${last}; then we tell the
${secretariat}.

If they are still the right people, a word from them is best: any
reply to our letters, or any mail to the list.

<#if blocks?has_content>
If something has to change, change it in the form below and send it back
by replying to this letter:

* Correct a line, and that person's data is changed.
* Put somebody else's name, address and number in the place of a
  person's, and that one takes the place.
* Empty the three lines of a person, and that person leaves the list.

Lines that you leave out stay as they are.
<#else>
If something has to change, send one of these to
${list.request},
from the address in the IANA database:

<#list places as place>
  modify ${place.tldName}
    brings the present data as a form
<#list place.silent as it>
  remove ${it.person.addresses[0]} ${place.tldName}
</#list>
</#list>

If you only want to tell us something, reply to this letter and leave
these lines in it:

<#list places as place>
<#list place.silent as it>
Reference: ${(it.slip.secret)!} (${place.tldName}, ${it.person.name})
</#list>
</#list>
</#if>
<#list places as place>

<@r.note place.reach/>
</#list>

<@p.from_iana/>
<@p.do_not_forward/>
<@p.bye/>
<#if blocks?has_content>

<@p.filled tldName=places[0].tldName blocks=blocks statement_too=true/>
</#if>
