<#import "parts.ftl" as p>
Subject: You were taken over to the new TLD-OPS list

Dear ${person.name},

the TLD-OPS list has moved to a new mail robot, and with it your entry as
a Security and Stability Contact (SSC) of ${tld}:

  ${person.name} (${p.ordinal(rank)})
    ${person.email}
    ${person.phone}

Please reply to this letter with any word, so that we know that your
address works and that you are still there. Until then no contact data is
sent to you.

If the entry is wrong, or if you are no longer responsible for ${tld},
please tell us at ${contact}.

<@p.purpose/>

Nothing else changes for you. To see what you can ask for, send the word
help to:

  ${list.request}

<@p.about_list/>
<@p.bye/>
