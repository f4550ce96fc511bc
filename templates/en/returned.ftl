<#import "parts.ftl" as p>
Subject: TLD-OPS: you are a contact of ${tld} again

Dear ${person.name},

thank you for your answer. You are a contact of ${tld} again, and all is
as it was before. Your IANA administrative contact is told.
<@p.bye/>
