<#import "parts.ftl" as p>
Subject: [${list.name}] TLD-OPS memberships reminder

<#if before == 0>
This is the first edition, so there are no changes to tell of.

<#else>
*** CHANGES SINCE EDITION ${before} ***

<#if !added?has_content && !changed?has_content && !removed?has_content>
None.

</#if>
<#if added?has_content>
Added:

<#list added as line>
${line}
</#list>

</#if>
<#if changed?has_content>
Changed:

<#list changed as it>
${it.is}
  before: ${it.was}
</#list>

</#if>
<#if removed?has_content>
Removed:

<#list removed as line>
${line}
</#list>

</#if>
</#if>
<#if left?has_content>
No longer on the list as observers or posters:

<#list left as name>
  ${name}
</#list>

</#if>
*** TLD-OPS MEMBERSHIPS REMINDER ***

Dear Security and Stability Contact,

this is a reminder, sent out once a month, about your TLD-OPS mailing
list membership.

This letter holds the full list of subscribers, with their names, e-mail
addresses, phone numbers and ccTLDs. Please store it on one of your
devices, so that you can reach your peers also when you are offline. The
same list is attached for your tools, as vCards and as a table (CSV).

Below it stands how to get the list on demand, and how to change or end
your membership.

<@p.confidential/>

<@p.about_list/>
<@p.bye/>

*** FULL LIST OF TLD-OPS MEMBERS ***

--- begin edition ${number} ---
<#list lines as line>
${line}
</#list>
--- end edition ${number} ---

You can check a copy that you kept. The SHA-256 of the lines between the
two marks, without the marks, is

${sha256}

<#if before != 0>
and that of edition ${before} was

${previous}

</#if>
With this letter saved as text in letter.txt:

  sed -n '/^--- begin edition/,/^--- end edition/p' letter.txt |
    sed '1d;$d' | tr -d '\r' | sha256sum

*** WHO COMMAND ***

To get the full list on demand, send the word who to:

  ${list.request}

in the body, with the subject left empty. If your mail can not be
verified, either answer the question we then send you, or write

  who <YourPassword>

with your list password in its place. The answer goes to your stored
address and holds the contacts of all members.

*** SUBSCRIPTION INFORMATION ***

To change your entry or your options (a daily digest, an absence, your
language), or to leave the list, send the word help in the body to:

  ${list.request}

and you get back a letter with instructions.
<#if urls.info??>
General information about the list: ${urls.info}
</#if>

Thanks!
