<#import "parts.ftl" as p>
Subject: TLD-OPS: this address is no longer used (${tld})

Dear ${person.name},

your entry for ${tld} on the TLD-OPS list has another address now, with
the word of your IANA administrative contact. Nothing more goes to this
one, and nothing that it sends counts for that entry.

If you know nothing of it, please ask your administrative contact, who
can take it back for ${rules.undoHours} hours, or write to
${contact}.
<@p.bye/>
