<#import "parts.ftl" as p>
Subject: TLD-OPS: no answer from ${tld}

Hello,

<#if invitation>
the IANA administrative contact of ${tld} did not answer our invitation
within ${days} working days, though reminded. The invitation has failed, and
${tld} stays on the list of ccTLDs that are missing.

To try again later: tldops invite ${tldName}
<#else>
the IANA administrative contact of ${tld} did not answer our question
within ${days} working days, though reminded. Nothing was changed; whoever
asked has been told.
</#if>

This is case ${number}. There is nothing you must do.
