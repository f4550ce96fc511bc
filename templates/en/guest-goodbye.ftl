<#import "parts.ftl" as p>
Subject: Goodbye from the TLD-OPS mailing list

Dear ${name},

<#if why == "WISH">
as you asked, you are no longer on the TLD-OPS mailing list. Thank you for
having been with us!
<#elseif why == "BATCHES">
the regular invitations of ccTLDs to the TLD-OPS mailing list have begun.
With that your time on it as an observer has come to its end. Thank you
for helping to bring it this far!
<#elseif role == "OBSERVER">
your time as an observer on the TLD-OPS mailing list has come to its end.
Thank you for your company!
<#else>
your time as a writer for the TLD-OPS mailing list has come to its end.
Thank you for your messages!
</#if>

<#if role == "OBSERVER">
From now on nothing from the list goes to you, and you can not write to
it any more. What you have read there stays confidential (TLP:AMBER).
<#else>
From now on you can not write to it any more.
</#if>

If this is a mistake, please write to ${contact}.
<@p.bye/>
