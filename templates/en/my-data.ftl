<#import "parts.ftl" as p>
<#import "options.ftl" as o>
<#import "reach.ftl" as r>
Subject: TLD-OPS: what we have stored about you (${name})

Dear ${name},

this is everything that is stored about you here.
<#list places as it>

*** ${it.tld}: ${p.ordinal(it.rank)} ***

  In the roster, as all members read it:
  ${it.line}

  Name:              ${it.person.name}
<#list it.person.addresses as address>
  E-mail address:    ${address}
</#list>
  Phone as typed:    ${it.person.phone}
  Phone as dialled:  ${it.e164}
<#if !it.person.dialable>
                     does not look like a number that is in use
</#if>
  Language:          ${o.language(it.language)}
  Digest:            <#if it.digest>on<#else>off</#if>
  Away:              <#if it.away??>until ${it.away}<#if it.deputy gt 0>, deputy rank ${it.deputy}</#if><#else>no</#if>
<#list it.lost as lost>
  Unreachable:       ${lost.address}
                     since ${lost.since}
</#list>
  SSC since:         ${it.since}
  Address answered:  <#if it.proved??>${it.proved}<#else>not yet</#if>
  Last heard from:   <#if it.heard??>${it.heard}<#else>never</#if>
  List password:     <#if it.password>set; we keep a salted hash of it<#else>none</#if>

<#switch it.admitted.basis>
<#case "INVITED">
  You were admitted in answer to our invitation, and
<#break>
<#case "LEAFLET">
  You were admitted by a form of your ccTLD's administrative contact, and
<#break>
<#case "REPRESENTATIVE">
  You were admitted by a form of somebody who acts for your ccTLD's
  administrative contact, and
<#break>
<#case "APPLICATION">
  You were admitted at your own request, and
<#break>
<#case "LATE">
  You were admitted by a late answer to our question, and
<#break>
<#case "TAKEN_OVER">
  Your entry was taken over from an earlier list. Your ccTLD's
  administrative contact has not confirmed it here yet.
<#break>
<#default>
  What led to your admission is not kept any more.
</#switch>
<#if it.admitted.basis != "TAKEN_OVER" && it.admitted.basis != "UNKNOWN">
  the address that IANA lists for that contact confirmed it<#if it.admitted.by??>:
  ${it.admitted.by}<#if it.admitted.at??>
  on ${it.admitted.at}</#if> (case ${it.admitted.number})</#if>.
</#if>
<#if it.reach??>

<@r.note it.reach/>
</#if>
</#list>
<#if seat??>

*** <#if seat.role == "OBSERVER">OBSERVER<#else>POSTER</#if> ***

  E-mail address:    ${seat.address}
  Reads the roster:  <#if seat.roster>yes<#else>no</#if>
  Language:          ${o.language(seat.language)}
  Digest:            <#if seat.digest>on<#else>off</#if>
  Away:              <#if seat.away??>until ${seat.away}<#else>no</#if>
  On the list since: ${seat.since}
  Until:             <#if seat.until??>${seat.until}<#else>further notice</#if>
</#if>
<#if open?has_content>

Cases under way that name you:

<#list open as it>
  case ${it.number}<#if it.tld??>, ${it.tld}</#if>, since ${it.since}
</#list>
</#if>

Beside this, for how long:

* The mails you sent us, and our letters to you: ${mailDays} days.
* What is counted against misuse, such as how often you asked: at most
  100 days.
* The journal of decisions names you; ${personalMonths} months after you have left
  your name and addresses are erased from it. Its lines stay, without
  you.

To correct something, ask your ccTLD's administrative contact, or send
us the form for yourself. The command forget erases all of it.
<@p.bye/>
