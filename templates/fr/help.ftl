<#import "parts.ftl" as p>
Subject: TLD-OPS : aide

Bonjour,

voici ce que cette adresse peut faire pour vous.

<@p.commands max/>
<@p.archived/>

Une personne lit ${contact}.
<@p.bye/>
