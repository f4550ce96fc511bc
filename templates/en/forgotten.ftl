<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS: goodbye (${name})

Dear ${name},

it is done: you have left the list, and what was personal is erased.
<#if places?has_content>
These entries are gone:

<@o.places places/>
</#if>

This letter is the last; our copies of it and of those before are
erased when they are ${mailDays} days old.

Thank you for the time you were with us. Should you come back, the door
is open: the word help to ${list.request}
tells how.
<@p.bye/>
