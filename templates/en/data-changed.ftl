<#import "parts.ftl" as p>
Subject: TLD-OPS: your entry was changed (${tld})

Dear ${turn.after.person.name},

your entry for ${tld} on the TLD-OPS list has been changed, with the word
of your IANA administrative contact:

<@p.turn turn/>
<@p.phones [turn.after.person]/>

If something is wrong, send the command modify to
${list.request}
and correct it, or talk to your administrative contact.
<@p.bye/>
