<#import "parts.ftl" as p>
Subject: TLD-OPS: the delegate for ${tld}

Hello,

this is about the delegate of the IANA administrative contact of ${tld}:

  ${delegate}

<#switch news>
<#case "ASKED">
The address has been asked whether it accepts. Until it answers it can
do nothing.
<#break>
<#case "PROVED">
The address has accepted. Until ${until} it can change the
contacts of ${tld} with verified mail. The command undelegate ${tldName}
from the administrative contact ends it.
<#break>
<#case "DECLINED">
The address has declined. It can do nothing.
<#break>
<#case "ENDED">
From now on it speaks for the administrative contact no more.
<#break>
<#case "EXPIRED">
Its last day, ${until}, is over. From now on it speaks for the
administrative contact no more.
<#break>
<#case "CONTACT_CHANGED">
The IANA database names another administrative contact than the one that
named it. From now on it speaks for nobody. The new contact can name a
delegate of its own.
<#break>
</#switch>
<#if reply?? && (news == "ASKED" || news == "PROVED")>

Was this not what you wanted? For ${rules.undoHours} hours you can take it back: reply
to this letter with the one word

  undo

<@p.do_not_forward/>
</#if>
<@p.bye/>
