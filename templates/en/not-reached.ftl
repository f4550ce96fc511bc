<#import "parts.ftl" as p>
Subject: TLD-OPS: who did not get your post (${subject})

Hello,

your post of ${posted}

  Subject: ${subject}

was sent to ${recipients} addresses.
<#if more>Since our last letter about it, ${count}<#else>So far, ${count}</#if> of them could not be reached.
<#if missed?has_content>

<#list missed as it>
  ${it.name}<#if it.tld??> (${it.tld})</#if><#if it.policy>: refused by policy of the server there</#if>
</#list>

If it is urgent for one of them, please use the phone: the word who with
the ccTLD, sent to ${list.request},
brings you the number.
</#if>

Mail that is merely late is not counted here.
<@p.bye/>
