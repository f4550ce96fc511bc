<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: URGENT: please call ${caller.name} (<#list of as it>${it}<#sep>, </#sep></#list>) about ${tld}

Please call

  ${caller.phone}

${caller.name}, SSC of <#list of as it>${it}<#sep>, </#sep></#list> on the TLD-OPS list, needs
somebody of ${tld} now. The number is the one that is
stored for this member; we have not taken it from a mail.
<#if inPlaceOf??>
You are asked in the place of ${inPlaceOf}, who is away.
</#if>
<#if text?has_content>

In the member's own words, which nobody has checked:

<#list text as line>
  | ${line}
</#list>
</#if>

Then reply to this letter with any word, so that ${caller.name}
knows that you are on it and nobody else is woken. If you can not help,
do nothing: after a while the next contact of ${tld} is asked.

Asked on ${at}.
<@p.bye/>
