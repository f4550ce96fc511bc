<#import "parts.ftl" as p>
Subject: TLD-OPS: you are no longer a contact of ${tld}

Dear ${person.name},

the IANA administrative contact of ${tld} has taken you off its contacts,
so you are no longer on the TLD-OPS mailing list for ${tld}.

Thank you for being there for your peers. If this comes as a surprise,
please ask your administrative contact. Contact data that you have kept
stays confidential; please delete it.
<@p.bye/>
