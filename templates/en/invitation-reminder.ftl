<#import "parts.ftl" as p>
Subject: Reminder: Invitation to join the TLD-OPS mailing list (${tld})

Dear IANA Admin Contact,

some days ago we invited ${tld} to the TLD-OPS mailing list and have not
heard from you yet. Perhaps our letter got lost, so here it is again.

<@p.purpose/>

The list is only accessible to people who are responsible for the
overall security and stability of a ccTLD and whom their IANA Admin
Contact has authenticated as such: at most ${max} per ccTLD. To join, please
reply with the template below filled in.
The last day is ${last}.

After that day we close the matter and trouble you no further.

<@p.from_iana/>
<@p.do_not_forward/>

<@p.published tld/>

<@p.about_list/>
<@p.bye/>

<@p.form tldName max/>
