<#-- Phrases communes à plusieurs lettres. -->
<#function about tld people=[]>
<#if people?size == 1><#return "(" + tld + ", " + people[0].name + ")"></#if>
<#return "(" + tld + ")">
</#function>
<#function persons ranked><#return ranked?map(it -> it.person)></#function>
<#macro bye>

Cordialement,

${secretariat}
</#macro>
<#macro purpose>
La liste TLD-OPS permet à celles et ceux qui exploitent des ccTLD de se
joindre vite et facilement quand un incident demande une réponse
coordonnée : attaque ciblée ou panne touchant les systèmes
d'enregistrement, le DNS ou l'Internet dans son ensemble.
</#macro>
<#macro about_list>
TLD-OPS est une initiative de la ccNSO (Country Code Names Supporting
Organization), ouverte à tous les ccTLD, ASCII et IDN, qu'ils soient ou
non membres de la ccNSO.
Gestion de la liste : ${secretariat}
Hébergement du serveur : ${urls.server!"DNS-OARC"}
<#if urls.home??>
Pour en savoir plus : ${urls.home}
</#if>
</#macro>
<#macro published tld>
L'adhésion est publique : le nom ${tld} figurera
dans le répertoire public des ccTLD abonnés. Ce répertoire ne contient
que des noms de ccTLD et rien sur les personnes.
<#if urls.directory??>
Le répertoire : ${urls.directory}
</#if>
</#macro>
<#macro do_not_forward>
Merci de ne pas transférer cette lettre : qui la détient peut y répondre.
</#macro>
<#macro from_iana>
Veuillez répondre depuis l'adresse inscrite dans la base de données de
l'IANA pour le contact administratif de votre ccTLD. Aucune autre
adresse ne peut décider.
<#if urls.iana??>
La base de l'IANA : ${urls.iana}
</#if>
</#macro>
<#function ordinal rank>
<#if rank == 1><#return "primaire"></#if>
<#if rank == 2><#return "secondaire"></#if>
<#return "rang " + rank>
</#function>
<#macro contacts ranked>
<#list ranked as it>
  ${it.person.marked} (${ordinal(it.rank)})
    ${it.person.email}
    ${it.person.phone}
<#else>
  personne
</#list>
</#macro>
<#macro names ranked>
<#list ranked as it>
  ${it.person.name} (${ordinal(it.rank)})<#if it.fresh>, ajout</#if>
</#list>
</#macro>
<#macro entries ranked>
<#list ranked as it>
  ${it.person.name} (${ordinal(it.rank)})
<#else>
  personne
</#list>
</#macro>
<#macro field name before after>
<#if before != after>
    ${name}
      avant : ${before}
      après : ${after}
</#if>
</#macro>
<#macro turn it>
  ${it.before.person.name} (${ordinal(it.before.rank)})
<@field "Nom" it.before.person.name it.after.person.name/>
<@field "Adresse électronique" it.before.person.email it.after.person.email/>
<@field "Numéro de téléphone portable" it.before.person.phone it.after.person.phone/>
<@field "Rang" ordinal(it.before.rank) ordinal(it.after.rank)/>
</#macro>
<#macro effect changed added removed>
<#if changed?has_content>
Modifications :

<#list changed as it>
<@turn it/>

</#list>
</#if>
<#if added?has_content>
Arrivées :

<@contacts added/>

</#if>
<#if removed?has_content>
Départs :

<#list removed as it>
  ${it.person.name} (${ordinal(it.rank)})
    ${it.person.email}
</#list>

</#if>
</#macro>
<#macro verdict blockable tld>
Pour répondre, renvoyez un seul mot :

  confirmer   si c'est exact
  refuser     si ce ne l'est pas
<#if blockable>
  bloquer     si ce ne l'est pas et que, pendant ${rules.blockDays} jours, vous ne
              voulez plus de questions sur ${tld} dues à des courriels
              non vérifiés
</#if>

Les mots anglais (confirm, deny<#if blockable>, block</#if>) conviennent aussi.
</#macro>
<#macro doubts list>
<#if list?has_content>
Avant de répondre, veuillez regarder ceci encore une fois :

<#list list as it>
<#switch it.kind>
<#case "ROLE_ADDRESS">
* ${it.person.email}
  ressemble à l'adresse d'une fonction. La liste demande des adresses
  personnelles ; si c'est la boîte personnelle de
  ${it.person.name}, tout va bien.
<#break>
<#case "PHONE_IMPLAUSIBLE">
* ${it.person.phone}
  (${it.person.name}) ne ressemble pas à un numéro en service.
<#break>
<#case "PHONE_OF_ANOTHER_COUNTRY">
* ${it.person.phone}
  (${it.person.name}) relève d'un autre pays que votre ccTLD.
<#break>
<#case "LOOKS_LIKE">
* ${it.address}
  ressemble à ${it.like}
  sans être le même nom. Comparez avec l'adresse que vous connaissez pour
  ${it.person.name}.
<#break>
<#case "ONE_LETTER_OFF">
* ${it.address}
  ne diffère que d'une lettre de ${it.like}.
  Est-ce une faute de frappe, ou quelqu'un qui se fait passer pour l'un
  des vôtres ?
<#break>
<#case "SAME_NAME_ELSEWHERE">
* ${it.address}
  porte le nom de ${it.like}
  sous un autre domaine, qui peut appartenir à quelqu'un d'autre.
<#break>
<#case "MIXED_ALPHABETS">
* ${it.address}
  mêle dans un mot les lettres de plusieurs alphabets. Certaines se
  ressemblent sans être les mêmes.
<#break>
<#case "FREE_MAIL">
* ${it.address}
  est une boîte que chacun peut ouvrir chez ${it.like}.
  Appartient-elle bien à ${it.person.name} ?
<#break>
<#case "MIXED_NAME">
* ${it.person.name}, ${it.person.email}
  Le nom mêle dans un mot les lettres de plusieurs alphabets.
<#break>
</#switch>
</#list>

</#if>
</#macro>
<#macro risk kind>
<#if kind == "OWN_ZONE">

Tous les contacts de ce ccTLD reçoivent leur courriel sous le ccTLD
lui-même. Le jour où il ne peut plus être résolu, personne ne les joint
par courriel : pensez à une seconde adresse ailleurs, pour l'un d'eux
au moins.
<#elseif kind == "ONE_DOMAIN">

Tous les contacts de ce ccTLD reçoivent maintenant leur courriel sous un
seul domaine. S'il tombe, personne ne les joint par courriel : pensez à
une seconde adresse ailleurs, pour l'un d'eux au moins.
</#if>
</#macro>
<#function label number>
<#if number == 1><#return "Personne à contacter nº1 (primaire) :"></#if>
<#if number == 2><#return "Personne à contacter nº2 (secondaire) :"></#if>
<#return "Personne à contacter nº" + number + " :">
</#function>
<#macro statement>
Je voudrais abonner les personnes ci-après à la liste du TLD-OPS. Je
confirme par ces présentes qu'ils sont responsables de la sécurité et
la stabilité générales de mon ccTLD et que je suis le contact
administratif de l'IANA de mon ccTLD ou que je suis autorisé à agir en
son nom.
</#macro>
<#macro signature tld>
Le contact administratif de l'IANA du ${tld}
</#macro>
<#macro form_header>
== INFORMATIONS DE CONTACT DE L'ÉQUIPE D'INTERVENTION EN CAS D'INCIDENT ==
</#macro>
<#macro form tld max>
-- Début du message --

<@statement/>

<@signature tld/>

<@form_header/>

<#list 1..max as n>
${label(n)}
Nom : <Prénom${n}> <Nom${n}>
Adresse électronique : <AdresseÉlectronique${n}>
Numéro de téléphone portable : +<code de pays> <numéro>

</#list>
-- Fin du message --
</#macro>
<#macro commands max>
Les commandes vont à ${list.request},
dans l'objet ou dans le corps du message, une par ligne. Une signature
en dessous ne gêne pas.

  who                  les contacts de tous les ccTLD (membres)
  who .fr .ca          les contacts de ces ccTLD seulement, le téléphone
                       d'abord, avec l'heure qu'il y est (membres)
  who MOT-DE-PASSE     de même, avec votre mot de passe (membres)
  password             un nouveau mot de passe, envoyé à votre adresse
                       enregistrée (membres)
  set digest on        un courriel par jour au lieu de chaque message ;
                       off y met fin
  set language fr      la langue de nos lettres : en ou fr
  away until 2027-02-01 deputy 2
                       rien de la liste d'ici là ; le SSC de rang 2 vous
                       remplace
  back                 y met fin avant l'heure
  urgent .fr           demande aux contacts du .fr de vous appeler tout
                       de suite, avec les lignes qui suivent (membres)
  mydata               tout ce que nous avons sur vous
  forget               quitte la liste et efface ce qui est personnel
  modifier .fr         les données actuelles sous forme de formulaire
                       rempli, à changer et à renvoyer (contacts
                       administratifs : tout le ccTLD ; membres : leur
                       propre inscription)
  désabonner           quitter la liste, pour tous vos ccTLD (membres)
  désabonner .fr       de même pour un seul
  retirer ADRESSE .fr  retirer un contact (contacts administratifs)
  déléguer ADRESSE .fr until 2027-06-30
                       nommer qui peut parler pour vous, un an au plus, et
                       révoquer .fr pour y mettre fin (contacts
                       administratifs ; là où la liste le permet)
  help                 ce texte ; help away explique une commande (tout
                       le monde)

Les mots français conviennent aussi : qui, mot de passe, mettre condensé
oui, absent jusqu'au 1er février 2027 suppléant 2, retour, mes données,
oublier, aide.

Les réponses aux membres partent vers l'adresse enregistrée, quel que
soit l'expéditeur.

Pour adhérer, ou pour mettre à jour les contacts de votre ccTLD :

* Le contact administratif de l'IANA du ccTLD remplit le formulaire
  (${max} personnes au plus) et l'envoie à la même adresse, depuis celle
  qui figure dans la base de l'IANA. Qui agit en son nom met cette
  adresse en copie (Cc) ; nous interrogeons alors le contact lui-même.
* Une personne responsable de la sécurité et de la stabilité d'un ccTLD
  peut demander sa propre adhésion : le formulaire avec une seule
  personne, le ccTLD et son numéro de portable, depuis sa propre
  adresse. Nous demandons alors au contact administratif de confirmer.

Toute modification des données d'un contact est confirmée par le contact
administratif de l'IANA avant de prendre effet, et peut être annulée
pendant ${rules.undoHours} heures.

Ce que demande le formulaire ; ce qui manque ou n'est pas clair vous
revient marqué, avec le formulaire entier :

  ccTLD : <ccTLD>
  Nom :
  Adresse électronique :
  Numéro de téléphone portable : +
<#if urls.home??>

Le formulaire entier et les règles d'admission :
${urls.home}
</#if>
</#macro>
<#macro archived>
<#if rules.archived>

Le secrétariat garde une archive de tous les messages à la liste.
</#if>
</#macro>
<#macro confidential>
TLP:AMBER. Ces informations sont confidentielles : merci de ne pas les
partager hors de la communauté TLD-OPS, ni de diffuser ce que la liste
produit automatiquement.
</#macro>
<#macro filled tldName blocks statement_too>
-- Début du message --

<#if statement_too>
<@statement/>

</#if>
<@signature tldName/>

<@form_header/>

<#list blocks as b>
${label(b.number)}
Nom : <#if b.name.typed?has_content>${b.name.typed}<#else><Prénom${b.number}> <Nom${b.number}></#if>
Adresse électronique : <#if b.email.typed?has_content>${b.email.typed}<#else><AdresseÉlectronique${b.number}></#if>
Numéro de téléphone portable : <#if b.phone.typed?has_content>${b.phone.typed}<#else>+<code de pays> <numéro></#if>

</#list>
-- Fin du message --
</#macro>
<#-- Un numéro qu'aucun plan ne connaît est pris tout de même (X10, R109). -->
<#macro phones people>
<#list people?filter(it -> !it.dialable) as it>
<#if it?index == 0>

Veuillez vérifier ce numéro de téléphone ; nous l'avons noté tel quel :
</#if>
  ${it.phone}
  (${it.name}) ne ressemble pas à un numéro en service.
</#list>
</#macro>
