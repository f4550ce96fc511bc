<#import "parts.ftl" as p>
Subject: TLD-OPS : les contacts de <#list asked as tld>${tld}<#sep>, </#list>

Bonjour,

votre courriel à ${list.post}

  Objet : ${subject}

demande les contacts de <#list asked as tld>${tld}<#sep>, </#list>
et rien d'autre, autant qu'un programme puisse en juger.
<#if reads>
<#if contacts?has_content>

Les voici, tout de suite et pour vous seul :

<#list contacts as line>
${line}
</#list>
</#if>
<#if without?has_content>

Personne sur la liste ne représente <#list without as tld>${tld}<#sep>, </#list>.
</#if>
<#else>

Les coordonnées vont aux contacts de sécurité et de stabilité dont
l'adresse nous a répondu ; nous ne pouvons donc pas vous les donner ici.
Si vous en êtes un, la commande who vous les apporte, envoyée à
${list.request}.
</#if>

Votre courriel n'est allé à personne d'autre. S'il doit tout de même
aller à tous les membres, répondez à cette lettre par le seul mot

  publier   (ou post)

avant le ${until}.
<#if contacts?has_content>

<@p.confidential/>
</#if>
<@p.bye/>
