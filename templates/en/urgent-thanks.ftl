<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS: thank you (urgent ${tld})

Thank you. ${caller.name} knows that you have answered, and nobody
else of ${tld} is asked any more. The number to call, once more:

  ${caller.phone}
<@p.bye/>
