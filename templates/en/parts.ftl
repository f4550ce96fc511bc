<#--
  Sentences that several letters share.

  A letter's template is named like its kind in robot/tldops/core/Content.java: AuthenticationRequest is worded by
  authentication-request.ftl. Its first line is the subject. It sees
    the components of its kind       ${tld}, ${last}, ...; what is empty is missing: <#if tld??>
    tldName                          the ccTLD as people type it, where ${tld} shows the A-label beside it
    a person                         it.name, it.email, it.addresses, it.phone; it.marked: the name,
                                     marked when a word of it mixes alphabets
    list                             list.name, list.post, list.request: the robot's addresses
    urls                             urls.home, urls.info, urls.iana, urls.directory as configured; each may be missing
    secretariat                      how the Secretariat is called
    contact                          the Secretariat's address: people read it
    rules                            rules.max, rules.recommended, rules.holdHours, rules.undoHours, rules.blockDays,
                                     rules.urgentMinutes, rules.urgentHour, rules.urgentDay
    reply, mailto("subject", "body") the address of the answer and a link that opens one, where an answer is asked for
-->
<#function about tld people=[]>
<#if people?size == 1><#return "(" + tld + ", " + people[0].name + ")"></#if>
<#return "(" + tld + ")">
</#function>
<#function persons ranked><#return ranked?map(it -> it.person)></#function>
<#macro bye>

Best regards,

${secretariat}
</#macro>
<#macro purpose>
The TLD-OPS list lets the people who run ccTLDs reach each other easily
and quickly when an incident calls for a coordinated response: a
targeted attack on, or a malfunction of, registration systems, the DNS
or the Internet at large.
</#macro>
<#macro about_list>
TLD-OPS is an initiative of the ccNSO (Country Code Names Supporting
Organization), open to all ccTLDs, ASCII and IDN, whether or not they
are members of the ccNSO. The list is maintained by the
${secretariat}; its server runs at ${urls.server!"DNS-OARC"}.
<#if urls.home??>
More about it: ${urls.home}
</#if>
</#macro>
<#macro published tld>
Please note that membership is published: the name ${tld}
will stand in the public directory of ccTLDs on the list. The directory
holds names of ccTLDs only and nothing about people.
<#if urls.directory??>
The directory: ${urls.directory}
</#if>
</#macro>
<#macro do_not_forward>
Please do not forward this letter: whoever holds it can answer it.
</#macro>
<#macro from_iana>
Please answer from the address that is registered in the IANA database
for your ccTLD's Administrative Contact. No other address can decide.
<#if urls.iana??>
The IANA database: ${urls.iana}
</#if>
</#macro>
<#function ordinal rank>
<#if rank == 1><#return "primary"></#if>
<#if rank == 2><#return "secondary"></#if>
<#return "rank " + rank>
</#function>
<#macro contacts ranked>
<#list ranked as it>
  ${it.person.marked} (${ordinal(it.rank)})
    ${it.person.email}
    ${it.person.phone}
<#else>
  nobody
</#list>
</#macro>
<#macro names ranked>
<#list ranked as it>
  ${it.person.name} (${ordinal(it.rank)})<#if it.fresh>, new</#if>
</#list>
</#macro>
<#macro entries ranked>
<#list ranked as it>
  ${it.person.name} (${ordinal(it.rank)})
<#else>
  nobody
</#list>
</#macro>
<#macro field name before after>
<#if before != after>
    ${name}
      before: ${before}
      after:  ${after}
</#if>
</#macro>
<#macro turn it>
  ${it.before.person.name} (${ordinal(it.before.rank)})
<@field "Name" it.before.person.name it.after.person.name/>
<@field "Email address" it.before.person.email it.after.person.email/>
<@field "Mobile phone number" it.before.person.phone it.after.person.phone/>
<@field "Rank" ordinal(it.before.rank) ordinal(it.after.rank)/>
</#macro>
<#macro effect changed added removed>
<#if changed?has_content>
Changed:

<#list changed as it>
<@turn it/>

</#list>
</#if>
<#if added?has_content>
Joining:

<@contacts added/>

</#if>
<#if removed?has_content>
Leaving:

<#list removed as it>
  ${it.person.name} (${ordinal(it.rank)})
    ${it.person.email}
</#list>

</#if>
</#macro>
<#macro verdict blockable tld>
To answer, reply to this letter with one word:

  confirm   if this is right
  deny      if it is not
<#if blockable>
  block     if it is not, and for ${rules.blockDays} days you want no more
            questions about ${tld} that unverified mail causes
</#if>

</#macro>
<#macro doubts list>
<#if list?has_content>
Before you answer, please look at this once more:

<#list list as it>
<#switch it.kind>
<#case "ROLE_ADDRESS">
* ${it.person.email}
  looks like the address of a function. The list is for personal
  addresses; if it is the personal mailbox of
  ${it.person.name}, all is well.
<#break>
<#case "PHONE_IMPLAUSIBLE">
* ${it.person.phone}
  (${it.person.name}) does not look like a number that is in use.
<#break>
<#case "PHONE_OF_ANOTHER_COUNTRY">
* ${it.person.phone}
  (${it.person.name}) belongs to another country than your ccTLD.
<#break>
<#case "LOOKS_LIKE">
* ${it.address}
  looks like ${it.like}
  and is another name. The addresses that you know of
  ${it.person.name} tell which one is meant.
<#break>
<#case "ONE_LETTER_OFF">
* ${it.address}
  is one letter away from ${it.like}.
  Was it mistyped, or is somebody posing as one of yours?
<#break>
<#case "SAME_NAME_ELSEWHERE">
* ${it.address}
  has the name of ${it.like}
  under another domain, which may belong to somebody else.
<#break>
<#case "MIXED_ALPHABETS">
* ${it.address}
  mixes letters of several alphabets in one word. Some of them look the
  same and are not.
<#break>
<#case "FREE_MAIL">
* ${it.address}
  is a mailbox that anybody can open at ${it.like}.
  Is it really the one of ${it.person.name}?
<#break>
<#case "MIXED_NAME">
* ${it.person.name}, ${it.person.email}
  The name mixes letters of several alphabets in one word.
<#break>
</#switch>
</#list>

</#if>
</#macro>
<#macro risk kind>
<#if kind == "OWN_ZONE">

All contacts of this ccTLD get their mail under the ccTLD itself. On the
day it can not be resolved nobody reaches them by mail: please think of
an address elsewhere, as a second one, for one of them at least.
<#elseif kind == "ONE_DOMAIN">

All contacts of this ccTLD now get their mail at one domain. Should it
fail, nobody reaches them by mail: please think of an address elsewhere,
as a second one, for one of them at least.
</#if>
</#macro>
<#function label number>
<#if number == 1><#return "Contact Person #1 (primary):"></#if>
<#if number == 2><#return "Contact Person #2 (secondary):"></#if>
<#return "Contact Person #" + number + ":">
</#function>
<#macro statement>
I hereby confirm that the above persons are responsible for the
overall security and stability of my ccTLD.
</#macro>
<#macro form tld max>
*** RESPONSE TEMPLATE ***

ccTLD: ${tld}

<#list 1..max as n>
${label(n)}
Name: <FirstName${n}> <LastName${n}>
Email address: <EmailAddress${n}>
Mobile phone number: +<country code> <number>

</#list>
<@statement/>
</#macro>
<#macro commands max>
Commands go to ${list.request},
in the subject or in the body, one per line. A signature below them
does no harm.

  who                 the contacts of all ccTLDs (members)
  who .nl .fr         the contacts of these ccTLDs only, the phone first,
                      with the time it is there now (members)
  who PASSWORD        the same, proved by your list password (members)
  password            a new list password, sent to your stored address
                      (members)
  set digest on       one mail a day instead of every post; off ends it
  set language fr     the language we write to you in: en or fr
  away until 2027-02-01 deputy 2
                      no list mail until then; the SSC with rank 2
                      stands in for you
  back                ends it before its time
  urgent .nl          asks the contacts of .nl to call you at once, with
                      the lines you write below it (members)
  mydata              everything we have stored about you
  forget              leaves the list and erases what is personal
  modify .nl          the present data as a form that is filled in, to
                      change and send back (admin contacts: the whole
                      ccTLD; members: their own entry)
  unsubscribe         leave the list, for all your ccTLDs (members)
  unsubscribe .nl     the same for one of them
  remove ADDRESS .nl  take a contact off (admin contacts)
  delegate ADDRESS .nl until 2027-06-30
                      name who may speak for you, for a year at most, and
                      undelegate .nl to end it (admin contacts; where the
                      list allows it)
  help                this text; help away explains one command
                      (everybody)

Answers to members go to the stored address, whoever asked.

To join, or to bring your ccTLD's contacts up to date:

* The IANA administrative contact of a ccTLD fills in the form (at most
  ${max} people) and sends it to the same address, from the address in the
  IANA database. Somebody who acts for the contact puts that address in
  Cc; we then ask the contact itself.
* If you are responsible for the security and stability of a ccTLD, you
  can ask for yourself: the form with one person, the ccTLD and your own
  mobile phone number, from your own address. We then ask the IANA
  administrative contact to confirm.

A change of a contact's data is confirmed by the IANA administrative
contact before it takes effect, and can be taken back for
${rules.undoHours} hours after.

What the form asks for; whatever is missing or unclear comes back to you
marked, with the whole form:

  ccTLD: <ccTLD>
  Name:
  Email address:
  Mobile phone number: +
<#if urls.home??>

The whole form and the rules of admission: ${urls.home}
</#if>
</#macro>
<#macro archived>
<#if rules.archived>

The Secretariat keeps an archive of all posts to the list.
</#if>
</#macro>
<#macro confidential>
TLP:AMBER. What stands here is confidential: please do not share it
outside the TLD-OPS community, nor pass on what the list generates
automatically.
</#macro>
<#macro filled tldName blocks statement_too>
*** RESPONSE TEMPLATE ***

ccTLD: ${tldName}

<#list blocks as b>
${label(b.number)}
Name: <#if b.name.typed?has_content>${b.name.typed}<#else><FirstName${b.number}> <LastName${b.number}></#if>
Email address: <#if b.email.typed?has_content>${b.email.typed}<#else><EmailAddress${b.number}></#if>
Mobile phone number: <#if b.phone.typed?has_content>${b.phone.typed}<#else>+<country code> <number></#if>

</#list>
<#if statement_too>
<@statement/>
</#if>
</#macro>
<#-- A number that no plan knows is taken all the same (X10, R109). -->
<#macro phones people>
<#list people?filter(it -> !it.dialable) as it>
<#if it?index == 0>

Please look at this phone number once more; we have taken it as it is:
</#if>
  ${it.phone}
  (${it.name}) does not look like a number that is in use.
</#list>
</#macro>
