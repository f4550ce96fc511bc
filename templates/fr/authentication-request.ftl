<#import "parts.ftl" as p>
Subject: Demande d'authentification TLD-OPS ${p.about(tld, [applicant])}

Cher contact administratif de l'IANA,

la personne ci-dessous dit être responsable de la sécurité et de la
stabilité générales de ${tld}. Est-ce exact ?

<@p.do_not_forward/>

<#if again>
Nous vous posons cette question une fois de plus ; veuillez répondre à
cette lettre et non à la précédente.

</#if>
<@p.verdict blockable tld/>

Dernier jour : ${last}.

<@p.from_iana/>

Nous vous interrogeons parce que cette personne souhaite rejoindre la
liste de diffusion TLD-OPS, réservée aux contacts de sécurité et de
stabilité des ccTLD que leur contact administratif de l'IANA a
authentifiés.
<#if !authenticated>
Nous n'avons pas pu vérifier que la demande vient bien de l'adresse
indiquée.
</#if>

<@p.doubts doubts/>
<@p.purpose/>

Si vous confirmez, cette personne devient membre de la liste.
<@p.published tld/>

<@p.about_list/>
<@p.bye/>

=== Informations sur le demandeur ===

Nom : ${applicant.marked}
Adresse électronique : ${applicant.email}
Numéro de téléphone portable : ${applicant.phone}
Dit être responsable de la sécurité et de la stabilité de : ${tld}
