Subject: TLD-OPS : le RDAP et le WHOIS de l'IANA divergent (<#list disputes as it>${it.tld}<#sep>, </#list>)

Bonjour,

le robot demande à l'IANA par deux voies qui est le contact administratif
d'un ccTLD : par RDAP, dont le serveur prouve son identité, et par WHOIS,
dont les réponses peuvent être modifiées en chemin. Les deux n'indiquent
pas le même contact :

<#list disputes as it>
  ${it.tld}
    RDAP    ${it.rdap}
    WHOIS   ${it.whois}
</#list>

Aucune des deux ne compte tant qu'elles ne s'accordent pas. Ce qui dépend de
ce contact attend : d'ici là, personne n'est admis, modifié, retiré ni
interrogé, et rien n'est perdu.

Le plus souvent, c'est anodin : l'IANA vient de modifier la fiche, et l'une
des deux voies le montre plus tard. Si cela dure plus d'un jour, veuillez
interroger l'IANA. L'opérateur voit les deux réponses avec

  tldops iana CCTLD

Vous entendez parler d'un même ccTLD une fois par jour au plus. Il n'y a
rien à répondre.
