<#import "parts.ftl" as p>
Subject: [${list.name}] New subscribers notification

Dear Security and Stability Contact,

this is a notification that one or more new subscribers joined the
TLD-OPS mailing list.

This letter holds the full list of subscribers, with their names, e-mail
addresses, phone numbers and ccTLDs. Please store it on one of your
devices, so that you can reach your peers also when you are offline.

All new members have been authenticated by their ccTLD's IANA Admin
Contact.
<#if urls.home??>
How admission works: ${urls.home}
</#if>
<#if left?has_content>

No longer on the list as observers or posters:

<#list left as name>
  ${name}
</#list>
</#if>

<@p.confidential/>
<@p.bye/>

<#if joined?has_content>
*** NEW MEMBERS ***

<#list joined as line>
${line}
</#list>

</#if>
*** FULL LIST OF TLD-OPS MEMBERS ***

<#list lines as line>
${line}
</#list>
