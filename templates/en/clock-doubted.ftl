<#import "parts.ftl" as p>
Subject: TLD-OPS: the robot's clock is in doubt

Hello,

the robot no longer believes the clock of its machine.
<#switch kind>
<#case "JUMP">
The clock jumped while the robot ran.
<#break>
<#case "GAP">
When the robot started, its last sign of life lay very long ago.
<#break>
<#case "BACK">
When the robot started, the clock showed a time that was over already.
<#break>
</#switch>

  The clock shows:  ${shown}
  <#if kind == "JUMP">Expected was:   <#else>Last seen alive:</#if>  ${expected}

Until this is settled no reminder leaves and no deadline passes. Mail is
taken in, and what only reads is answered; answers and forms wait. Nothing
is lost.

Please ask the operator to look at the clock of the machine. When it is put
right, the robot goes on by itself; when it is right as it is, the operator
says

  tldops clock accept

You get this letter once.
