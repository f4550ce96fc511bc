<#import "parts.ftl" as p>
Subject: TLD-OPS: your signature could not be counted<#if tld??> (${tld})</#if>

Hello,

your mail was signed, and a key is on file for your address, but the
signature could not be counted:

<#switch reason>
<#case "NOT_GOOD">
It does not fit the text and the key on file. Some mail servers change
a text on its way, and a new key is not known here before it is on file.
<#break>
<#case "WEAK">
It uses an algorithm that is not relied upon any more, such as SHA-1.
Please let your mail program sign with SHA-256 or better.
<#break>
<#case "KEY_OVER">
The key on file has expired, is not valid yet or was revoked. Please send the
${secretariat} your new public key, so that it
can be put on file.
<#break>
<#case "TIME">
It is too old, or dated in the future. Please sign your answer anew, and
check the clock of your computer.
<#break>
<#case "NO_SECRET">
The reference of our letter does not stand in the signed text. Please
answer again and leave our letter, and no other of ours, below your
answer.
<#break>
<#case "NOT_ON_FILE">
The key is on file for another ccTLD than the one that the letter was
about, or the IANA database names another contact.
<#break>
</#switch>

Your mail counts like one that is not signed; another letter tells what
became of it.
<@p.bye/>
