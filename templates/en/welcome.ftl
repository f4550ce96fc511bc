<#import "parts.ftl" as p>
Subject: Welcome to the TLD-OPS mailing list!

Dear ${person.name},

welcome to the TLD-OPS mailing list! You are now a Security and
Stability Contact (SSC) of ${tld}.

One thing first: please reply to this letter with any word, so that we
know that your address works. We send contact data only to addresses
that have answered. If nothing comes in ${proofDays} working days, we ask your
IANA Admin Contact.
<#if rosterFrom??>
Contact data and posting are open to you from
${rosterFrom}.
</#if>
<@p.phones [person]/>
<#if inside>

All your addresses lie under ${tld} itself, and can not be reached on the
day when it can not be resolved. A second address elsewhere helps then:
the command modify ${tldName} changes your entry.
</#if>

<@p.purpose/>

You receive this letter because your IANA Admin Contact authenticated
you as responsible for the security and stability of ${tld}. All other
members went the same way.
<#if urls.home??>
How admission works: ${urls.home}
</#if>

The primary purpose of the list is to be a contact repository. You may
also use it to exchange information about an incident, but please do so
sparingly: the list is unencrypted. It complements your own incident
response and does not replace it.

Your ccTLD's name is added to the public directory of ccTLDs on the
list. The directory holds names of ccTLDs only and nothing about people.
<#if urls.directory??>
The directory: ${urls.directory}
</#if>

<@p.about_list/>
<@p.bye/>

*** TLD-OPS USAGE ***

To write to all members:

  ${list.post}

Use the list to find your peers and then talk to them out-of-band, for
instance by phone or instant message. Please minimise incident details
on the list, as it is unencrypted.

To get the contacts of all members, send the word who to:

  ${list.request}

in the body, with the subject left empty. If your mail can not be
verified, either answer the question we then send you, or write

  who <YourPassword>

with your list password in its place. The command password gets you one:
it is mailed once, to your stored address. The answers go only there.

<#if urls.info??>
General information about the list:

  ${urls.info}

</#if>
To change your options or your data, or to leave the list, send the word
help in the subject or body to:

  ${list.request}

and you get back a letter with instructions. Note that all change
requests need to be approved by your IANA Admin Contact, so that members
can trust the list.

The ${secretariat} will remind you of your membership once every
month, with the contacts of all members; please store that letter on a
device for the day you are offline.

Contact data on the list is confidential (TLP:AMBER). Please do not
share it outside the TLD-OPS community, nor pass on what the list
generates automatically.
<@p.archived/>
