<#import "parts.ftl" as p>
Subject: TLD-OPS : lequel de vos ccTLD ?

Cher contact administratif de l'IANA,

merci pour le formulaire. Vous êtes le contact de plusieurs ccTLD, et il
n'en nomme aucun. Duquel s'agit-il ?

<@p.do_not_forward/>

Veuillez répondre par un ou plusieurs chiffres :

<#list candidates as it>
  ${it?counter}   ${it}
</#list>
  0   tous

Dernier jour : ${last}.

<@p.from_iana/>

L'adhésion est publique : le nom de chaque ccTLD abonné figurera dans le
répertoire public, et rien sur les personnes.
<@p.bye/>
