<#import "parts.ftl" as p>
Subject: TLD-OPS : ces contacts sont-ils toujours les vôtres ? (${entries?map(it -> it.tld)?join(", ")})

Cher contact administratif de l'IANA,

la base de données de l'IANA vous indique depuis peu comme contact
administratif. Votre prédécesseur a inscrit des personnes sur la liste
TLD-OPS. Veuillez nous dire si elles sont toujours les bonnes :

<#list entries as entry>
${entry.tld}
<@p.contacts entry.members/>

</#list>
<@p.do_not_forward/>

<@p.purpose/>

Pour répondre, un seul mot suffit en réponse à cette lettre<#if (entries?size > 1)>, pour tous</#if> :

  confirmer   si ce sont les bonnes personnes
  refuser     si elles ne le sont pas

Les mots anglais (confirm, deny) conviennent aussi.

Pour modifier plutôt les contacts, écrivez à
${list.request}

<#list entries as entry>
  modifier ${entry.tldName}
</#list>

et vous recevrez les données actuelles dans un formulaire rempli.

Dernier jour :

<#list entries as entry>
  ${entry.tld}
    ${entry.last}
</#list>

D'ici à votre réponse, elles restent sur la liste, marquées « à
reconfirmer ». Ni votre silence ni « refuser » seul ne retire personne.
<#if until??>

Jusqu'au ${until},
tout ce qui modifie les contacts demande les deux preuves : un courriel
que nous pouvons vérifier comme le vôtre et la référence de notre lettre.
</#if>

<@p.from_iana/>

<@p.about_list/>
<@p.bye/>
