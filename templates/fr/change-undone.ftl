<#import "parts.ftl" as p>
Subject: TLD-OPS : une modification de votre inscription a été annulée (${tld})

Bonjour ${person.name},

la dernière modification de votre inscription pour ${tld} a été annulée.
Elle est de nouveau comme avant :

  ${person.name}
    ${person.email}
    ${person.phone}

Si cela vous surprend, parlez-en à votre contact administratif.
<@p.bye/>
