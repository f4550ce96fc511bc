<#import "parts.ftl" as p>
Subject: TLD-OPS: noted (${tlds?join(", ")})

Dear IANA Admin Contact,

thank you for your answer about the silent contact of
${tlds?join(", ")}.
Nothing was changed. Should something have to change, send

<#list tlds as tld>
  modify ${tld}
</#list>

to ${list.request}
and you get the present data as a form.
<@p.bye/>
