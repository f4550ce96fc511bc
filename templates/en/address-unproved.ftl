<#import "parts.ftl" as p>
Subject: TLD-OPS: no answer from your contact ${p.about(tld, [person])}

Dear IANA Admin Contact,

we welcomed this contact of ${tld} and asked for any reply, so that we
know that the address works. In ${days} working days none has come:

  ${person.name}
    ${person.email}
    ${person.phone}

Could you ask whether our welcome letter arrived? Any reply to it is
enough. Until then no contact data goes to this address.

If the address is wrong, please send the form with the right one, from
the address in the IANA database, to
${list.request}.
<@p.bye/>
