<#import "parts.ftl" as p>
Subject: TLD-OPS: nobody answered your request (${tld})

Hello,

you asked to join the TLD-OPS mailing list for ${tld}. We asked the IANA
administrative contact of ${tld} and reminded it, but in ${days} working days
no answer came, so your request has ended.

Please take it up inside your ccTLD: perhaps our letters were not seen,
or the contact in the IANA database is out of date. Then you are welcome
to ask again.
<#if urls.iana??>
The IANA database: ${urls.iana}
</#if>
<@p.bye/>
