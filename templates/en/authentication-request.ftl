<#import "parts.ftl" as p>
Subject: TLD-OPS Authentication Request ${p.about(tld, [applicant])}

Dear IANA Admin Contact,

the person below claims to be responsible for the overall security and
stability of ${tld}. Is that so?

<@p.do_not_forward/>

<#if again>
You see this question once more; please answer this letter and not the
earlier one.

</#if>
<@p.verdict blockable tld/>
The last day is ${last}.

<@p.from_iana/>

You are asked because this person wishes to join the TLD-OPS mailing
list, which is open to the security and stability contacts of ccTLDs
alone, and only to those whom their IANA Admin Contact has
authenticated.
<#if !authenticated>
We could not verify that the wish really came from the address below.
</#if>

<@p.doubts doubts/>
<@p.purpose/>

If you confirm, this person becomes a member of the list.
<@p.published tld/>

<@p.about_list/>
<@p.bye/>

=== Requestor Information ===

Name: ${applicant.marked}
Email address: ${applicant.email}
Mobile phone number: ${applicant.phone}
Claims to be responsible for the security and stability of: ${tld}
