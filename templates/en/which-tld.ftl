<#import "parts.ftl" as p>
Subject: TLD-OPS: which of your ccTLDs?

Dear IANA Admin Contact,

thank you for the form. You are the contact of several ccTLDs and it
names none of them. Which did you mean?

<@p.do_not_forward/>

Please reply with one or more digits:

<#list candidates as it>
  ${it?counter}   ${it}
</#list>
  0   all of them

The last day is ${last}.

<@p.from_iana/>

Please note that membership is published: the name of each ccTLD that
joins will stand in the public directory, and nothing about people.
<@p.bye/>
