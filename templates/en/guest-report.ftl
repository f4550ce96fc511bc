<#import "parts.ftl" as p>
<#if joined>
Subject: An ${(role == "OBSERVER")?then("observer", "author of alerts")} on the TLD-OPS list: ${name}
<#else>
Subject: No longer on the TLD-OPS list: ${name}
</#if>

Hello,

<#if joined>
  ${name}
  ${address}

is on the list as <#if role == "OBSERVER">an observer: reads posts<#if roster> and the contacts of all members</#if><#else>a poster: writes to it and gets nothing from it</#if>
<#if until??>
until ${until}.
<#elseif role == "OBSERVER">
until the regular batches of invitations begin.
<#else>
until further notice.
</#if>
<#else>
  ${name}
  ${address}

was on the list as ${(role == "OBSERVER")?then("an observer", "a poster")} and has left it.
</#if>

Why: ${why}

There is nothing you must do.
