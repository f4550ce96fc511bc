<#import "parts.ftl" as p>
Subject: TLD-OPS: are you a contact of ${tld} again?

Dear ${person.name},

you had been taken off the contacts of ${tld}, and that was taken back.
You are a member of the list again as soon as you say so yourself: reply
to this letter with the one word

  confirm   to be a contact again
  deny      to stay off

The last day is ${last}.
Without an answer you stay off.

<@p.do_not_forward/>
<@p.bye/>
