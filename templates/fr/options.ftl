<#import "parts.ftl" as p>
<#--
  Ce que le rapport dit des commandes sur ses propres options, et ce que partagent les lettres de ce chapitre.
-->
<#function language name><#return {"EN": "anglais", "FR": "français"}[name]></#function>
<#macro detail it>
<#if it.topic??>
<@topic it/>
<#elseif it.contacts??>
<#list it.contacts as one>
<@contact one/>
</#list>
<#elseif it.chose??>
<@chosen it/>
<#elseif it.how??>
<@calling it/>
<#elseif it.noted??>
<@proposed it/>
<#else>
<@gone it/>
</#if>
</#macro>
<#macro contact it>

<#if !it.known>
*** ${it.tld} ***

Aucun ccTLD de ce nom ne figure dans nos tables.
<#else>
*** ${it.tld} : ${it.country} ***

Il y est ${it.time}, le ${it.today},
<#if it.open>
jour ouvré, aux heures de bureau.
<#elseif it.works>
jour ouvré, hors des heures de bureau.
<#else>
jour non ouvré.
</#if>
<#list it.people as one>

  ${one.person.phone}
    ${one.person.name}, ${p.ordinal(one.rank)}, ${language(one.language)}
<#list one.person.addresses as address>
    ${address}
<#list one.lost?filter(lost -> lost.address == address) as lost>
      injoignable depuis le ${lost.since}
</#list>
</#list>
<#if one.away??>
    absence jusqu'au ${one.away}<#if one.deputy??> ;
    remplacement par ${one.deputy}</#if>
</#if>
<#else>

Personne de ce ccTLD n'est sur la liste.
</#list>
</#if>
</#macro>
<#macro chosen it>
<#switch it.chose>
<#case "DIGEST_ON">
    Le condensé est <#if it.already>déjà </#if>activé : un courriel par jour au lieu de chaque
    message.
<#break>
<#case "DIGEST_OFF">
    Le condensé est <#if it.already>déjà </#if>désactivé : chaque message vous parvient
    aussitôt.
<#break>
<#case "ENGLISH">
    Nous vous écrivons <#if it.already>déjà en anglais<#else>désormais en anglais</#if>.
<#break>
<#case "FRENCH">
    Nous vous écrivons <#if it.already>déjà en français<#else>désormais en français</#if>.
<#break>
<#case "BACK">
<#if it.already>
    À notre connaissance, vous n'êtes pas en absence ; le courrier de la
    liste vous parvient.
<#else>
    Bon retour : le courrier de la liste vous parvient de nouveau.
</#if>
<#break>
</#switch>
</#macro>
<#macro gone it>
<#if it.no??>
<#switch it.no>
<#case "PAST">
    Le ${it.until} est passé. Veuillez indiquer un jour à venir.
<#break>
<#case "TOO_FAR">
    Le ${it.until} est dans plus d'un an. Veuillez indiquer un
    jour plus proche ; vous pourrez toujours le repousser. Qui part pour
    plus longtemps devrait laisser sa place.
<#break>
<#case "HIMSELF">
    Le rang ${it.deputy} est le vôtre. Veuillez indiquer celui d'un autre SSC de
    votre ccTLD, ou personne : les mots deputy ${it.deputy} peuvent être omis.
<#break>
<#case "NO_DEPUTY">
    Votre ccTLD n'a pas de SSC de rang ${it.deputy}. La commande who montre qui
    s'y trouve ; les mots deputy ${it.deputy} peuvent être omis.
<#break>
<#case "NO_SSC">
    Seuls les SSC peuvent être remplacés. Veuillez omettre les mots
    deputy ${it.deputy}.
<#break>
</#switch>
    Rien n'a changé.
<#else>
    Votre absence est <#if it.already>déjà </#if>notée jusqu'au ${it.until} inclus.
    D'ici là, aucun courrier de la liste ne vous parvient, et qui demande
    vos coordonnées le voit. La commande back y met fin avant l'heure.
<#list it.deputies as deputy>
    Vous remplace : ${deputy}.
<#else>
    Personne n'est nommé pour vous remplacer.
</#list>
<#list it.without as tld>
    Ce rang n'existe pas dans ${tld} : là, personne ne
    vous remplace.
</#list>
</#if>
</#macro>
<#macro proposed it>
    Votre messagerie nous a annoncé le ${it.noted}
    votre absence jusqu'au ${it.until}. Rien n'a changé
    pour autant. Pour le montrer aux autres et ne pas recevoir le courrier
    de la liste d'ici là, envoyez

      away until ${it.until}

    Nous n'y reviendrons pas.
</#macro>
<#macro calling it>
<#switch it.how>
<#case "NO_CCTLD">
    Aucun ccTLD ${it.tld} ne figure dans nos tables. Personne n'a été
    appelé.
<#break>
<#case "NOBODY">
    Personne du ${it.tld} ne peut être appelé : hormis vous, il n'a sur la
    liste aucun contact dont l'adresse ait répondu. La commande
    who ${it.tldName} montre ce que nous avons.
<#break>
<#case "TOO_MANY">
    Vous avez envoyé urgent aussi souvent que permis pour l'instant.
    Personne n'a été appelé. Vous pouvez téléphoner vous-même :
    who ${it.tldName} vous donne les numéros.
<#break>
<#case "TOO_MANY_THERE">
    Le ${it.tld} a été appelé aussi souvent que permis pour l'instant.
    Personne ne l'a été de nouveau. Vous pouvez téléphoner vous-même :
    who ${it.tldName} vous donne les numéros.
<#break>
<#case "UNDER_WAY">
    C'est déjà en cours ; personne n'a été appelé deux fois. Jusqu'ici :
<@asked it.called/>
<@next it/>
<#break>
<#case "ASKED">
    Nous avons prié ces contacts du ${it.tld} de vous appeler au numéro
    enregistré pour vous :
<@asked it.called/>
<@next it/>
<#break>
</#switch>
</#macro>
<#macro asked called>
<#list called as it>

    ${it.person.marked} (${p.ordinal(it.rank)}), ${it.person.phone}
<#list it.ways as way>
      ${way.address}<#if way.fate == "TAKEN"> : parti<#elseif way.fate == "FAILED"> : ne peut être remis</#if>
</#list>
<#if it.away??>
      absence jusqu'au ${it.away}
</#if>
</#list>
</#macro>
<#macro next it>

<#if it.next??>
<#if it.last>
    Personne d'autre du ${it.tld} ne peut être appelé. Si personne ne
    répond, nous vous le dirons
    le ${it.next}.
<#else>
    Si personne ne répond, le contact suivant sera appelé
    le ${it.next}.
</#if>
</#if>
</#macro>
<#macro topic it>
<#if it.misread>
    Nous n'avons pas pu lire cette ligne, et rien n'a changé.
</#if>
<#switch it.topic>
<#case "who">

  who
  who .fr .ca
  who MOT-DE-PASSE

Donne les contacts de tous les ccTLD, ou de ceux que vous nommez : ces
derniers avec le téléphone d'abord, l'heure qu'il y est et les absences.
Pour les SSC et les observateurs qui peuvent lire la liste des contacts.
La réponse part vers votre adresse enregistrée. Par exemple :

  who .fr
<#break>
<#case "password">

  password

Vous donne un nouveau mot de passe de la liste, envoyé une seule fois à
votre adresse enregistrée. Avec lui, who MOT-DE-PASSE fonctionne là où
votre courriel ne peut pas être vérifié. Pour les SSC.
<#break>
<#case "set">

  set digest on
  set digest off
  set language en
  set language fr

Digest : un courriel par jour au lieu de chaque message. Language : la
langue dans laquelle nous vous écrivons. Pour tous ceux de la liste ; le
choix vaut pour tous les ccTLD de votre adresse. Par exemple :

  set digest on
<#break>
<#case "away">

  away until DATE
  away until DATE deputy RANG

Jusqu'à la fin de ce jour, aucun courrier de la liste ne vous parvient,
et la liste des contacts le montre. Le remplaçant, un SSC de votre ccTLD,
est appelé à votre place quand quelqu'un envoie urgent. La date s'écrit
2027-02-01 ou 1er février 2027 ; 1.2.2027 peut être deux jours, et nous
ne devinons pas. Un an d'avance au plus. Pour tous ceux de la liste ; les
remplaçants sont pour les SSC. Par exemple :

  away until 2027-02-01 deputy 2
<#break>
<#case "back">

  back

Met fin à votre absence avant l'heure. Pour tous ceux de la liste.
<#break>
<#case "mydata">

  mydata

Envoie à votre adresse enregistrée tout ce que nous avons sur vous. Pour
tous ceux de la liste.
<#break>
<#case "forget">

  forget

Nous vous le redemandons en montrant ce qui part et ce qui reste. Si
vous confirmez, vous quittez la liste aussitôt, et ce qui est personnel
est effacé. Pour tous ceux de la liste.
<#break>
<#case "urgent">

  urgent .xx
  (et en dessous de quoi il s'agit, en quelques lignes)

Prie les contacts du .xx, à toutes leurs adresses, d'appeler le numéro
enregistré pour vous : d'abord le rang 1, puis le suivant après ${rules.urgentMinutes}
minutes sans réponse. Vous apprenez qui a été appelé, qui n'a pu être
joint et qui répond. Un ccTLD par ligne. Pour les SSC ; ${rules.urgentHour} fois par heure
et ${rules.urgentDay} fois par jour au plus. Par exemple :

  urgent .fr
  Vos serveurs de noms répondent pour un de nos domaines détourné.
<#break>
<#default>

  help
  help COMMANDE

Toutes les commandes, ou ce que fait l'une d'elles : help away. Pour
tout le monde.
</#switch>
</#macro>
<#macro places list>
<#list list as it>
  ${it.name}, ${it.tld}
</#list>
</#macro>
