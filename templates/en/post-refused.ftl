<#import "parts.ftl" as p>
Subject: TLD-OPS: your post was not sent (${subject})

Hello,

your mail to ${list.post}

  Subject: ${subject}

has gone to nobody.
<#switch why>
<#case "TLP_RED">

It is labelled TLP:RED: for the ears of those present, and no further.
The list is unencrypted and has hundreds of readers.

Please reach the people concerned directly, by phone or by encrypted
mail. The word who with their ccTLDs, as in

  who .nl .fr

sent to ${list.request},
brings you their telephone numbers. If everybody should know a part of
it, write that part as TLP:AMBER.
<#break>
<#case "SECRET">

It holds a list password, or a reference line or an answer address from
a letter of ours. Whoever reads that could write in your place, so it
must not reach all members. Please take it out, with the quoted or the
attached letter that it stands in, and send your post again.
<#break>
<#case "LEAVING">

It says nothing but that you want to leave the list. To leave, send the
word

  unsubscribe

to ${list.request},
in the subject or in the body.
<#break>
<#case "COMMANDS">

It holds nothing but commands. They are answered, to you alone, at
${list.request}.
<#break>
<#case "NOT_YET">

You joined a short time ago, on an answer that we could not fully
verify; your administrative contact may still object. Please send your
mail again <#if from??>after
${from}<#else>tomorrow</#if>.

If it can not wait, another contact of your ccTLD can send it.
<#break>
<#case "TOO_LATE">

Your confirmation came more than a day after our question, and the post
is not kept longer than that. Please send it again.
<#break>
<#case "UNREADABLE">

We could not look through it: it has more parts, or parts inside parts,
than we read, or a subject or line ends that can not be decoded. Please
send it as plain text, with few attachments.
<#break>
</#switch>
<@p.bye/>
