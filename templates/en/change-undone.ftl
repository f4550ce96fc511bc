<#import "parts.ftl" as p>
Subject: TLD-OPS: a change of your entry was taken back (${tld})

Dear ${person.name},

the last change of your entry for ${tld} has been taken back. It is again
as it was before:

  ${person.name}
    ${person.email}
    ${person.phone}

If this comes as a surprise, please ask your administrative contact.
<@p.bye/>
