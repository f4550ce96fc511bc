<#import "parts.ftl" as p>
Subject: TLD-OPS: help

Hello,

here is what this address can do for you.

<@p.commands max/>
<@p.archived/>

A person reads ${contact}.
<@p.bye/>
