<#import "parts.ftl" as p>
Subject: TLD-OPS: help

Hello,

here is what this address can do for you.

<@p.commands max/>

A person reads ${contact}.
<@p.bye/>
