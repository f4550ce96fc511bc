<#import "parts.ftl" as p>
<#--
  What the report says of commands about one's own options, and what the letters of that chapter share.
-->
<#function language name><#return {"EN": "English", "FR": "French"}[name]></#function>
<#macro detail it>
<#if it.topic??>
<@topic it/>
<#elseif it.contacts??>
<#list it.contacts as one>
<@contact one/>
</#list>
<#elseif it.chose??>
<@chosen it/>
<#elseif it.how??>
<@calling it/>
<#elseif it.noted??>
<@proposed it/>
<#else>
<@gone it/>
</#if>
</#macro>
<#macro contact it>

<#if !it.known>
*** ${it.tld} ***

No ccTLD of this name is in our tables.
<#else>
*** ${it.tld}: ${it.country} ***

It is ${it.time} there now, ${it.today},
<#if it.open>
a working day, in office hours.
<#elseif it.works>
a working day, out of office hours.
<#else>
no working day.
</#if>
<#list it.people as one>

  ${one.person.phone}
    ${one.person.name}, ${p.ordinal(one.rank)}, ${language(one.language)}
<#list one.person.addresses as address>
    ${address}
<#list one.lost?filter(lost -> lost.address == address) as lost>
      unreachable since ${lost.since}
</#list>
</#list>
<#if one.away??>
    away until ${one.away}<#if one.deputy??>;
    ${one.deputy} stands in</#if>
</#if>
<#else>

Nobody of this ccTLD is on the list.
</#list>
</#if>
</#macro>
<#macro chosen it>
<#switch it.chose>
<#case "DIGEST_ON">
    The digest is <#if it.already>on already<#else>on</#if>: one mail a day in the place of each post.
<#break>
<#case "DIGEST_OFF">
    The digest is <#if it.already>off already<#else>off</#if>: each post comes to you at once.
<#break>
<#case "ENGLISH">
    We <#if it.already>write to you in English already<#else>write to you in English from now on</#if>.
<#break>
<#case "FRENCH">
    We <#if it.already>write to you in French already<#else>write to you in French from now on</#if>.
<#break>
<#case "BACK">
<#if it.already>
    You are not away as far as we know; mail of the list comes to you.
<#else>
    Welcome back: mail of the list comes to you again.
</#if>
<#break>
</#switch>
</#macro>
<#macro gone it>
<#if it.no??>
<#switch it.no>
<#case "PAST">
    ${it.until} is over. Please name a day to come.
<#break>
<#case "TOO_FAR">
    ${it.until} is more than a year ahead. Please name a
    nearer day; you can always move it. Who is gone for longer should
    let somebody else take the place.
<#break>
<#case "HIMSELF">
    Rank ${it.deputy} is your own. Please name the rank of another SSC of your
    ccTLD, or nobody: the words deputy ${it.deputy} can be left out.
<#break>
<#case "NO_DEPUTY">
    Your ccTLD has no SSC with rank ${it.deputy}. The command who shows who there
    is; the words deputy ${it.deputy} can be left out.
<#break>
<#case "NO_SSC">
    Only SSCs have deputies. Please leave out the words deputy ${it.deputy}.
<#break>
</#switch>
    Nothing has changed.
<#else>
    You are <#if it.already>already noted as </#if>away until ${it.until}, that day included.
    Until then no mail of the list comes to you, and who asks for your
    contacts sees it. The command back ends it before its time.
<#list it.deputies as deputy>
    ${deputy} stands in for you.
<#else>
    Nobody was named who stands in for you.
</#list>
<#list it.without as tld>
    ${tld} has no such deputy: there nobody stands in.
</#list>
</#if>
</#macro>
<#macro proposed it>
    Your mailbox told us on ${it.noted}
    that you are away until ${it.until}. Nothing has changed by
    that. To show it to the others, and to get no mail of the list until
    then, send

      away until ${it.until}

    We do not mention it again.
</#macro>
<#macro calling it>
<#switch it.how>
<#case "NO_CCTLD">
    No ccTLD ${it.tld} is in our tables. Nobody was asked.
<#break>
<#case "NOBODY">
    Nobody of ${it.tld} can be asked: it has no contact on the list whose
    address has answered, other than you. The command
    who ${it.tldName} shows what we have.
<#break>
<#case "TOO_MANY">
    You have sent urgent as often as one member may for now. Nobody was
    asked. You can still call: who ${it.tldName} gives you the numbers.
<#break>
<#case "TOO_MANY_THERE">
    ${it.tld} was asked as often as a ccTLD may be for now. Nobody was
    asked again. You can still call: who ${it.tldName} gives you the
    numbers.
<#break>
<#case "UNDER_WAY">
    This is under way already; nobody was asked twice. Asked so far:
<@asked it.called/>
<@next it/>
<#break>
<#case "ASKED">
    We have asked these contacts of ${it.tld} to call you at the number
    that is stored for you:
<@asked it.called/>
<@next it/>
<#break>
</#switch>
</#macro>
<#macro asked called>
<#list called as it>

    ${it.person.marked} (${p.ordinal(it.rank)}), ${it.person.phone}
<#list it.ways as way>
      ${way.address}<#if way.fate == "TAKEN">: has left<#elseif way.fate == "FAILED">: can not be delivered</#if>
</#list>
<#if it.away??>
      away until ${it.away}
</#if>
</#list>
</#macro>
<#macro next it>

<#if it.next??>
<#if it.last>
    Nobody else of ${it.tld} can be asked. If nobody answers, we tell you
    on ${it.next}.
<#else>
    If nobody answers, the next contact is asked
    on ${it.next}.
</#if>
</#if>
</#macro>
<#macro topic it>
<#if it.misread>
    We could not read this line, and nothing has changed.
</#if>
<#switch it.topic>
<#case "who">

  who
  who .nl .fr
  who PASSWORD

Gets you the contacts of all ccTLDs, or of those you name: these with
the phone first, the time it is there now, and who is away. For SSCs and
for observers who may read the roster. The answer goes to your stored
address. For example:

  who .nl
<#break>
<#case "password">

  password

Gets you a new list password, mailed once to your stored address. With
it who PASSWORD works where your mail can not be verified. For SSCs.
<#break>
<#case "set">

  set digest on
  set digest off
  set language en
  set language fr

Digest: one mail a day in the place of each post. Language: what we
write to you in. For everybody on the list; it holds for all ccTLDs of
your address. For example:

  set digest on
<#break>
<#case "away">

  away until DATE
  away until DATE deputy RANK

Until the end of that day no mail of the list comes to you, and the
roster shows it. The deputy, an SSC of your ccTLD, is asked in your place
when somebody sends urgent. The date is written 2027-02-01 or 1 February
2027; 1.2.2027 can be two days, so we do not guess. At most a year
ahead. For everybody on the list; deputies are for SSCs. For example:

  away until 2027-02-01 deputy 2
<#break>
<#case "back">

  back

Ends away before its time. For everybody on the list.
<#break>
<#case "mydata">

  mydata

Sends everything that we have stored about you to your stored address.
For everybody on the list.
<#break>
<#case "forget">

  forget

We ask you once more and show you what goes and what stays. If you
confirm, you leave the list at once, and what is personal is erased. For
everybody on the list.
<#break>
<#case "urgent">

  urgent .xx
  (and below it what it is about, in a few lines)

Asks the contacts of .xx, at all their addresses, to call the number
that is stored for you: first rank 1, after ${rules.urgentMinutes} minutes without an
answer the next. You hear who was asked, who could not be reached, and
who answers. One ccTLD a line. For SSCs; at most ${rules.urgentHour} an hour and
${rules.urgentDay} a day. For example:

  urgent .nl
  Your name servers answer for a domain of ours that was taken over.
<#break>
<#default>

  help
  help COMMAND

All commands, or what one does: help away. For everybody.
</#switch>
</#macro>
<#macro places list>
<#list list as it>
  ${it.name}, ${it.tld}
</#list>
</#macro>
