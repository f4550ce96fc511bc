<#import "parts.ftl" as p>
Subject: TLD-OPS: one proof is missing (${tlds?join(", ")})

Dear IANA Admin Contact,

thank you for your answer about

<#list tlds as it>
  ${it}
</#list>

It held the reference of our letter, but we could not verify that the
mail came from your address.

<#if until??>
As the IANA database has named another contact lately, both proofs are
needed until ${until}.
Nothing has been changed.
<#else>
As the IANA database names another contact than before, both proofs
are needed for some days. Nothing has been changed.
</#if>

You can

* send the same answer again in a way that your domain vouches for: from
  the mail program that you use for this address every day; or
* answer our letter once more after <#if until??>that day<#else>those days</#if>.
<@p.bye/>
