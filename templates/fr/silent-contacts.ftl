<#import "parts.ftl" as p>
<#import "reach.ftl" as r>
Subject: TLD-OPS : personne ne répond pour vous (${places?map(it -> it.tld)?join(", ")})

Cher contact administratif de l'IANA,

nous sommes depuis longtemps sans nouvelles de contacts de sécurité et de
stabilité que vous nous avez désignés. Nous avons écrit jusqu'à ${letters} lettres à
chacun ; aucune n'a eu de réponse :

<#list places as place>
<#list place.silent as it>
  ${place.tld} : ${it.person.name}
    ${it.person.email}
    ${it.person.phone}
    sans nouvelles depuis le ${it.since}<#if it.returned> ; notre lettre est revenue</#if>
</#list>
</#list>

Peut-être quelqu'un d'autre en est-il chargé à présent, ou l'adresse
a-t-elle changé. Personne n'est retiré de la liste par son silence ; lors
d'un incident, pourtant, personne ne répondrait ici. Dernier jour pour
répondre : ${last}.
Ensuite nous prévenons le ${secretariat}.

Si ce sont toujours les bonnes personnes, le mieux est un mot de leur part :
une réponse à nos lettres, ou un courriel à la liste.

<#if blocks?has_content>
Si quelque chose doit changer, changez-le dans le formulaire ci-dessous
et renvoyez-le en répondant à cette lettre :

* Corrigez une ligne, et les données de cette personne sont modifiées.
* Mettez le nom, l'adresse et le numéro d'une autre personne à la place
  des siens, et celle-ci prend la place.
* Videz les trois lignes d'une personne, et elle quitte la liste.

Les lignes que vous omettez restent comme elles sont.
<#else>
Si quelque chose doit changer, envoyez l'une de ces lignes à
${list.request},
depuis l'adresse de la base de l'IANA :

<#list places as place>
  modifier ${place.tldName}
    donne les données actuelles sous forme de formulaire
<#list place.silent as it>
  retirer ${it.person.addresses[0]} ${place.tldName}
</#list>
</#list>

Si vous voulez seulement nous dire quelque chose, répondez à cette lettre
en y laissant ces lignes :

<#list places as place>
<#list place.silent as it>
Référence : ${(it.slip.secret)!} (${place.tldName}, ${it.person.name})
</#list>
</#list>
</#if>
<#list places as place>

<@r.note place.reach/>
</#list>

<@p.from_iana/>
<@p.do_not_forward/>
<@p.bye/>
<#if blocks?has_content>

<@p.filled tldName=places[0].tldName blocks=blocks statement_too=true/>
</#if>
