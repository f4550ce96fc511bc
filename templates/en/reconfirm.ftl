<#import "parts.ftl" as p>
Subject: TLD-OPS: are these still your contacts? (${entries?map(it -> it.tld)?join(", ")})

Dear IANA Admin Contact,

the IANA database now names you as the administrative contact.
Your predecessor entered people on the TLD-OPS list. Please tell us
whether they are still the right ones:

<#list entries as entry>
${entry.tld}
<@p.contacts entry.members/>

</#list>
<@p.do_not_forward/>

<@p.purpose/>

To answer, reply to this letter with one word<#if (entries?size > 1)>, for all of them</#if>:

  confirm   if these are the right people
  deny      if they are not

To change somebody instead, write to
${list.request}

<#list entries as entry>
  modify ${entry.tldName}
</#list>

and the present data comes to you as a form that is filled in.

Last day:

<#list entries as entry>
  ${entry.tld}
    ${entry.last}
</#list>

Until you answer they stay on the list, marked as to be re-confirmed.
Nobody is removed by your silence, nor by "deny" alone.
<#if until??>

Until ${until}
whatever changes the contacts needs both proofs: a mail that we can
verify as yours, and the reference of our letter.
</#if>

<@p.from_iana/>

<@p.about_list/>
<@p.bye/>
