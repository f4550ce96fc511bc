<#import "parts.ftl" as p>
Subject: TLD-OPS: this could not be done (${tld})

Hello,

you sent us

  ${command}

and we could not do it:
<#switch reason>
<#case "NOT_A_MEMBER">
no contact of ${tld} has that address. The command modify ${tldName}
shows you those there are.
<#break>
<#case "DELEGATES_OFF">
this list admits no delegates. Somebody who acts for you puts your
address in Cc; we then ask you.
<#break>
<#case "NO_DELEGATE">
${tld} has no delegate.
<#break>
<#case "DAY_PASSED">
that day is over. Write it as 2027-06-30.
<#break>
<#case "ADDRESS_UNUSABLE">
that address is one of the list itself or your own.
<#break>
<#case "ADMIN_CONTACT_ONLY">
only the IANA administrative contact of ${tld} names a delegate or ends
one.
<#break>
</#switch>
<@p.bye/>
