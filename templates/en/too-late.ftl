<#import "parts.ftl" as p>
Subject: TLD-OPS: your answer came too late (${tld})

Hello,

thank you for your answer about ${tld}. Sadly it came so long after the
last day that we can no longer use it. Nothing has been changed.

To begin anew, send the form with the contacts of ${tld}, from the
address in the IANA database, to
${list.request}.
Send the word help there to see the form.
<#if urls.home??>
It also stands at ${urls.home}
</#if>
<@p.bye/>
