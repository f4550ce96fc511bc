<#import "parts.ftl" as p>
Subject: TLD-OPS: please answer from your new address (${tld})

Dear ${person.name},

your entry for ${tld} on the TLD-OPS list has this address now, with the
word of your IANA administrative contact:

  ${person.email}

Please reply to this letter with any word, so that we know that it
works. We send contact data only to addresses that have answered; until
then you get none. If nothing comes in ${proofDays} working days, we ask your
administrative contact.
<#if rosterFrom??>
Contact data and posting are open to you again from
${rosterFrom}.
</#if>

<@p.do_not_forward/>
<@p.bye/>
