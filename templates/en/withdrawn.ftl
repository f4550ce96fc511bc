<#import "parts.ftl" as p>
Subject: TLD-OPS: your membership was taken back (${tld})

Dear ${person.name},

the IANA administrative contact of ${tld} has taken your admission back,
so you are no longer on the TLD-OPS mailing list for ${tld}. We have
deleted your entry; the record of this decision stays.

If you think it is a mistake, please ask your administrative contact,
who can send us the form at any time.
<@p.bye/>
