<#import "parts.ftl" as p>
Subject: TLD-OPS : votre message n'a pas été diffusé (${subject})

Bonjour,

votre courriel à ${list.post}

  Objet : ${subject}

n'est allé à personne.
<#switch why>
<#case "TLP_RED">

Il porte la mention TLP:RED : il est réservé aux personnes présentes. La
liste n'est pas chiffrée et compte des centaines de lecteurs.

Adressez-vous directement aux personnes concernées, par téléphone ou par
courriel chiffré. Le mot who suivi de leurs ccTLD, par exemple

  who .nl .fr

envoyé à ${list.request},
vous donne leurs numéros de téléphone. Si tous doivent en connaître une
partie, écrivez cette partie avec la mention TLP:AMBER.
<#break>
<#case "SECRET">

Il contient un mot de passe de la liste, ou une ligne de référence ou
une adresse de réponse tirée d'une lettre de notre part. Qui le lit
pourrait écrire à votre place : cela ne doit pas parvenir à tous les
membres. Retirez-le, avec la lettre citée ou jointe qui le contient, et
envoyez votre message de nouveau.
<#break>
<#case "LEAVING">

Il ne dit rien d'autre que votre souhait de quitter la liste. Pour la
quitter, envoyez le mot

  unsubscribe

à ${list.request},
dans l'objet ou dans le texte.
<#break>
<#case "COMMANDS">

Il ne contient que des commandes. On y répond, à vous seul, à
${list.request}.
<#break>
<#case "NOT_YET">

Vous êtes membre depuis peu, sur une réponse que nous n'avons pas pu
vérifier entièrement ; votre contact administratif peut encore s'y
opposer. Envoyez votre courriel de nouveau <#if from??>après le
${from}<#else>demain</#if>.

S'il ne peut attendre, un autre contact de votre ccTLD peut l'envoyer.
<#break>
<#case "TOO_LATE">

Votre confirmation est arrivée plus d'un jour après notre question, et
le message n'est pas gardé plus longtemps. Envoyez-le de nouveau.
<#break>
<#case "UNREADABLE">

Nous n'avons pas pu le parcourir : il compte plus de parties, ou de
parties dans des parties, que nous n'en lisons, ou bien son objet ou ses
fins de ligne ne se décodent pas. Envoyez-le en texte simple, avec peu
de pièces jointes.
<#break>
</#switch>
<@p.bye/>
