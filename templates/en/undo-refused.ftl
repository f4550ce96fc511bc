<#import "parts.ftl" as p>
Subject: TLD-OPS: this can not be taken back (${tld})

Hello,

you asked us to take back a change for ${tld}. We could not do it:
<#switch obstacle>
<#case "TOO_LATE">
the ${rules.undoHours} hours in which that is possible are over.
<#break>
<#case "CHANGED_SINCE">
something else has been changed since, and that rests on it.
<#break>
<#case "CONTACT_CHANGED">
the administrative contact in the IANA database is another one since.
<#break>
<#case "LEFT_HIMSELF">
the contact has left by his own wish, and that is not for others to take
back.
<#break>
<#case "UNPROVED">
a mail system vouched for who made this change, and none vouches for your
mail.
<#break>
<#case "NOT_YOU">
only its IANA administrative contact can do so, and we could not verify
that your mail came from there.
<#break>
</#switch>
<#if obstacle == "UNPROVED">

What you can do: answer our notice of the change with undo once more, from
a mail system that signs its mails; that is possible for ${rules.undoHours} hours. If
you have none, or the change was not yours, please write to
${contact}.
<#else>

What you can do: send the form with the contacts as they should be, from
the address in the IANA database, to
${list.request}.
Send the word help there to see it.
</#if>
<@p.bye/>
