<#import "parts.ftl" as p>
Subject: TLD-OPS: a case needs a word from you<#if tld??> (${tld})</#if>

Hello,

case ${number}<#if tld??> about ${tld}</#if> can not go on by itself:
<#switch why>
<#case "UNREACHABLE">
the administrative contact in the IANA database can not be reached.
<#break>
<#case "IANA_SILENT">
IANA's database could not be asked for too long a time.
<#break>
<#case "OPPOSITE_VERDICT">
a second answer came that says the opposite of the first.
<#break>
<#case "CONTACT_CHANGED">
the contact in the IANA database is not the one that was asked.
<#break>
<#case "NO_ANSWER">
the administrative contact has not answered.
<#break>
<#case "IANA_DIFFERS">
IANA's RDAP and WHOIS have not named the same contact for too long a time.
As soon as they do, the robot asks that contact by itself.
<#break>
<#case "MANY_MOVED">
the IANA database names other administrative contacts for many ccTLDs at
a time. That may be a fault there, or an attack. Until you say release
none of it counts.
<#break>
</#switch>
<#if details?has_content>

  ${details}
</#if>

<@p.do_not_forward/>

What shall be done? Please reply with one of:

<#if resumable>
  release    <#if why == "MANY_MOVED">count what a new reading still says<#else>ask the IANA address again</#if>
</#if>
  extend 5   wait 5 more working days
  close      end it, with a letter to whoever asked

None of these admits, changes or removes anybody. Without an answer the
case closes by itself after ${last}.
