<#import "parts.ftl" as p>
Subject: TLD-OPS: about your mail

Hello,

thank you for your mail to ${list.request}.

We could not verify who sent it. If this address is known to us, an
answer is on its way to it in a letter of its own.

If it is not: the word help, sent to the same address, tells how to join
the list.
<@p.bye/>
