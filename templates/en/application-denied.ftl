<#import "parts.ftl" as p>
Subject: TLD-OPS: your request was not confirmed (${tld})

Hello,

you asked to join the TLD-OPS mailing list for ${tld}. The IANA
administrative contact of ${tld} did not confirm that you are responsible
for its security and stability, so we can not admit you.

We keep none of the data you sent, apart from the record of this
decision. If you think it is a mistake, please talk to your
administrative contact, who can send us the form at any time. You
yourself may ask again after ${daysUntilAgain} days.
<@p.bye/>
