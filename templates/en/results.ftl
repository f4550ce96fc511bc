<#import "parts.ftl" as p>
<#import "options.ftl" as o>
<#assign roster = false>
Subject: The results of your email commands

The results of your email commands stand below.

- Results:
<#if ignoredParts>
    Ignoring non-text/plain MIME parts
</#if>
<#list sections as it>

    ${it.command}
<#switch it.said>
<#case "ROSTER">
<#assign roster = true>

<#if it.command?contains(".")>
*** TLD-OPS MEMBERS OF THESE CCTLDS ***
<#else>
*** FULL LIST OF TLD-OPS MEMBERS ***
</#if>

<#list it.lines as line>
${line}
</#list>
<#break>
<#case "HELP">

<@p.commands rules.max/>
<#break>
<#case "ALREADY_SENT">
    Sent to you already<#if it.at??>, on ${it.at}</#if>.
<#break>
<#case "WRONG_PASSWORD">
    This is not your list password. The command password gets you a
    new one.
<#break>
<#case "NOT_YET_PROVED">
    Your address has not answered us yet. Please reply to the welcome
    letter with any word and try again.
<#break>
<#case "NOT_YET_READY">
    Contact data is open to you<#if it.at??> from ${it.at}<#else> a little later</#if>.
<#break>
<#case "PASSWORD_FOLLOWS">
    Your new list password follows in a letter of its own.
<#break>
<#case "FORM_FOLLOWS">
    Your entry follows as a form in a letter of its own.
<#break>
<#case "LEFT">
    Done; a letter of its own says so.
<#break>
<#case "NOT_YOURS">
    Only the IANA administrative contact of that ccTLD can say this, or
    you for an entry of your own.
<#break>
<#case "SHARED_ADDRESS">
    This is the second address of several people. Please send it from
    your first address, so that we know whom it is about.
<#break>
<#case "NOT_A_MEMBER">
    This command is for members of the list.
<#break>
<#case "FOLLOWS">
    The answer follows in a letter of its own.
<#break>
<#case "ASKED_ALREADY">
    We have asked you whether you want this; the letter is in your
    mailbox. Reply to it with the word confirm.
<#break>
<#case "DETAIL">
<#if (it.detail.contacts)??><#assign roster = true></#if>
<#if it.detail??><@o.detail it.detail/></#if>
<#break>
</#switch>
<#if it.said != "ROSTER">
<#list it.lines as line>
    ${line}
</#list>
</#if>
</#list>

<#if unprocessed?has_content>
- Unprocessed:
<#list unprocessed as line>
    ${line}
</#list>

</#if>
<#if roster>
<@p.confidential/>

</#if>
- Done.
