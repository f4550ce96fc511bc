<#import "parts.ftl" as p>
Subject: Welcome to the TLD-OPS mailing list!

Dear ${name},

<#if role == "OBSERVER">
you are on the TLD-OPS mailing list as an observer: you read what its
members write and may write to them yourself.
<#if until??>
Your last day on it is ${until}.
</#if>
<#if roster>
The bulletins with the contacts of all members go to you, too.
<#else>
The contacts of its members are not sent to you.
</#if>
<#if !until??>
Observers leave when the regular invitations of ccTLDs begin; we tell you
when that is.
</#if>
<#else>
you may write to the TLD-OPS mailing list. Your messages go to all of its
members; what others write there does not come to you.
<#if until??>
Your last day is ${until}.
</#if>
</#if>

To write to all members:

  ${list.post}

<@p.purpose/>

<@p.confidential/>
<@p.archived/>

If this is a mistake, please write to ${contact}.
<@p.bye/>
