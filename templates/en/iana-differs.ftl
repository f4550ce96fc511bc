Subject: TLD-OPS: IANA's RDAP and WHOIS differ (<#list disputes as it>${it.tld}<#sep>, </#list>)

Hello,

the robot asks IANA in two ways who the administrative contact of a ccTLD
is: by RDAP, whose server proves who it is, and by WHOIS, whose answers
anybody on the way can change. They do not name the same contact:

<#list disputes as it>
  ${it.tld}
    RDAP    ${it.rdap}
    WHOIS   ${it.whois}
</#list>

Neither counts until both agree. What needs this contact waits: nobody is
admitted, changed, removed or asked meanwhile, and nothing is lost.

Mostly it is harmless: IANA has just changed the record, and one of the two
shows it later. If it lasts for more than a day, please ask IANA. The
operator sees both answers with

  tldops iana CCTLD

You hear of a ccTLD at most once a day. Nothing is to be answered.
