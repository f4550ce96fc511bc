<#import "parts.ftl" as p>
Subject: TLD-OPS : était-ce vous ? (<#if tld??>${tld}, </#if>${person.name})

Bonjour ${person.name},

quelqu'un nous a demandé ceci en votre nom :
<#list commands as command>

  ${command}
</#list>

Nous n'avons pas pu vérifier que c'était vous.

<@p.do_not_forward/>

Si c'était vous, répondez par le seul mot

  confirmer   (ou confirm)

avant le ${until}, et la réponse suit
aussitôt, à cette adresse. Sinon, il n'y a rien à faire.
<@p.bye/>
