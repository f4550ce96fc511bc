<#import "parts.ftl" as p>
<#import "options.ftl" as o>
<#import "reach.ftl" as r>
Subject: TLD-OPS : ce que nous avons sur vous (${name})

Bonjour ${name},

voici tout ce qui est enregistré ici à votre sujet.
<#list places as it>

*** ${it.tld} : ${p.ordinal(it.rank)} ***

  Dans la liste des contacts, telle que tous les membres la lisent :
  ${it.line}

  Nom :                   ${it.person.name}
<#list it.person.addresses as address>
  Adresse électronique :  ${address}
</#list>
  Téléphone, tel quel :   ${it.person.phone}
  Téléphone à composer :  ${it.e164}
<#if !it.person.dialable>
                          ne ressemble pas à un numéro en service
</#if>
  Langue :                ${o.language(it.language)}
  Condensé :              <#if it.digest>oui<#else>non</#if>
  Absence :               <#if it.away??>jusqu'au ${it.away}<#if it.deputy gt 0>, rang ${it.deputy} vous remplace</#if><#else>non</#if>
<#list it.lost as lost>
  Injoignable :           ${lost.address}
                          depuis le ${lost.since}
</#list>
  SSC depuis :            ${it.since}
  L'adresse a répondu :   <#if it.proved??>${it.proved}<#else>pas encore</#if>
  Dernières nouvelles :   <#if it.heard??>${it.heard}<#else>jamais</#if>
  Mot de passe :          <#if it.password>défini ; nous n'en gardons qu'une empreinte<#else>aucun</#if>

<#switch it.admitted.basis>
<#case "INVITED">
  Vous avez été admis en réponse à notre invitation, et
<#break>
<#case "LEAFLET">
  Vous avez été admis par un formulaire du contact administratif de votre
  ccTLD, et
<#break>
<#case "REPRESENTATIVE">
  Vous avez été admis par un formulaire de quelqu'un qui agit pour le
  contact administratif de votre ccTLD, et
<#break>
<#case "APPLICATION">
  Vous avez été admis à votre propre demande, et
<#break>
<#case "LATE">
  Vous avez été admis par une réponse tardive à notre question, et
<#break>
<#case "TAKEN_OVER">
  Votre inscription a été reprise d'une liste antérieure. Le contact
  administratif de votre ccTLD ne l'a pas encore confirmée ici.
<#break>
<#default>
  Ce qui a mené à votre admission n'est plus conservé.
</#switch>
<#if it.admitted.basis != "TAKEN_OVER" && it.admitted.basis != "UNKNOWN">
  l'adresse que l'IANA indique pour ce contact l'a confirmé<#if it.admitted.by??> :
  ${it.admitted.by}<#if it.admitted.at??>
  le ${it.admitted.at}</#if> (dossier ${it.admitted.number})</#if>.
</#if>
<#if it.reach??>

<@r.note it.reach/>
</#if>
</#list>
<#if seat??>

*** <#if seat.role == "OBSERVER">OBSERVATEUR<#else>AUTEUR INVITÉ</#if> ***

  Adresse électronique :  ${seat.address}
  Lit les contacts :      <#if seat.roster>oui<#else>non</#if>
  Langue :                ${o.language(seat.language)}
  Condensé :              <#if seat.digest>oui<#else>non</#if>
  Absence :               <#if seat.away??>jusqu'au ${seat.away}<#else>non</#if>
  Sur la liste depuis :   ${seat.since}
  Jusqu'au :              <#if seat.until??>${seat.until}<#else>nouvel ordre</#if>
</#if>
<#if open?has_content>

Dossiers en cours qui vous nomment :

<#list open as it>
  dossier ${it.number}<#if it.tld??>, ${it.tld}</#if>, depuis le ${it.since}
</#list>
</#if>

À côté de cela, et pour combien de temps :

* Vos courriels et nos lettres : ${mailDays} jours.
* Ce qui est compté contre les abus, comme le nombre de vos demandes :
  100 jours au plus.
* Le journal des décisions vous nomme ; ${personalMonths} mois après votre départ, votre
  nom et vos adresses en sont effacés. Ses lignes restent, sans vous.

Pour corriger quelque chose, adressez-vous au contact administratif de
votre ccTLD, ou envoyez-nous le formulaire pour vous-même. La commande
forget efface le tout.
<@p.bye/>
