<#import "parts.ftl" as p>
Subject: TLD-OPS: your new list password (${tld})

Hello,

here is your new list password for ${tld}. An earlier one no longer
works.

  ${password}

With it, the command

  who ${password}

in a mail to
${list.request}
gets you the contacts of all members. Please keep it to yourself. We
have not kept it in readable form and can not send it again, only make a
new one: the command password.
<@p.bye/>
