<#import "parts.ftl" as p>
Subject: TLD-OPS : ce message est-il de vous ? (${subject})

Bonjour ${name},

<#if often>ceci est venu de votre adresse pour tous les membres de la liste :<#else>quelqu'un a écrit en votre nom à tous les membres de la liste :</#if>

  Objet :   ${subject}
  Mention : ${tlp}<#if !labelled>   (il n'en porte pas lui-même)</#if>

<#list lines as line>
  |<#if line?has_content> ${line}</#if>
</#list>

<#if often>
Beaucoup de messages sont venus en une heure : personne n'a encore reçu
celui-ci, car une machine chez vous répond peut-être à la liste.
<#else>
Nous n'avons pas pu vérifier que c'était vous : personne ne l'a encore
reçu.
</#if>

<@p.do_not_forward/>

Si c'était vous, répondez par le seul mot

  confirmer   (ou confirm)

avant le ${until}, et il part
aussitôt à tous les membres. Sinon, il n'y a rien à faire.
<@p.bye/>
