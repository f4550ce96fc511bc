<#import "parts.ftl" as p>
Subject: TLD-OPS: goodbye (<#list tlds as t>${t}<#sep>, </#list>)

Dear ${person.name},

as you asked, you are no longer on the TLD-OPS mailing list, and your
entry is deleted, for
<#list tlds as t>

  ${t}
</#list>

<#if others?has_content>
You stay a contact of
<#list others as t>

  ${t}
</#list>

<#elseif (tlds?size > 1)>
You named no ccTLD, so this is for all of yours.

</#if>
Your IANA administrative contact and the Secretariat are told. Contact
data that you have kept stays confidential; please delete it.

Thank you for being there for your peers. If you come back one day, send
the form; if you never meant to leave, do it now and tell us:
${contact}.
<@p.bye/>
