<#import "parts.ftl" as p>
Subject: TLD-OPS : ce message est-il de vous ? (${subject})

Bonjour ${name},

quelqu'un a écrit en votre nom à tous les membres de la liste :

  Objet :   ${subject}
  Mention : ${tlp}<#if !labelled>   (il n'en porte pas lui-même)</#if>

<#list lines as line>
  |<#if line?has_content> ${line}</#if>
</#list>

Nous n'avons pas pu vérifier que c'était vous : personne ne l'a encore
reçu.

<@p.do_not_forward/>

Si c'était vous, répondez par le seul mot

  confirmer   (ou confirm)

avant le ${until}, et il part
aussitôt à tous les membres. Sinon, il n'y a rien à faire.
<@p.bye/>
