<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS : devons-nous vous oublier ? (${name})

Bonjour ${name},

quelqu'un nous a demandé en votre nom de vous oublier. Voici ce qui se
passerait.

Aussitôt :

<#if places?has_content>
* Vous quittez la liste ; ces inscriptions en sont retirées :

<@o.places places/>

  Le contact administratif et le Secrétariat apprennent votre départ.
</#if>
<#if guest>
* Vous quittez la liste, où vous n'êtes pas SSC.
</#if>
* Les courriels que vous nous avez envoyés sont effacés, et votre mot de
  passe.
* Votre nom et vos adresses sont effacés des dossiers clos et du journal
  des décisions.

Ce qui reste :

* Les lignes du journal, sans vous : que quelqu'un a été admis et est
  parti, quand, et pour quelles raisons.
* Nos lettres à vous et les courriels d'autres qui vous nomment, jusqu'à
  ce qu'ils aient ${mailDays} jours.
* Les sauvegardes faites auparavant, jusqu'à leur remplacement.
<#if rules.archived>
* Vos messages dans l'archive de la liste.
</#if>
<#if open?has_content>
* Les dossiers en cours qui vous nomment, jusqu'à leur fin :
<#list open as it>
  dossier ${it.number}<#if it.tld??>, ${it.tld}</#if>
</#list>
</#if>

<@p.do_not_forward/>

Si c'est ce que vous voulez, répondez par le seul mot

  confirmer   (ou confirm)

avant le ${until}. Sinon, il n'y a rien à
faire.
<@p.bye/>
