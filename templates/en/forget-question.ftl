<#import "parts.ftl" as p>
<#import "options.ftl" as o>
Subject: TLD-OPS: shall we forget you? (${name})

Dear ${name},

in your name somebody asked us to forget you. This is what would happen.

At once:

<#if places?has_content>
* You leave the list; these entries are taken out of the roster:

<@o.places places/>

  The administrative contact and the Secretariat are told that you have
  left.
</#if>
<#if guest>
* You leave the list, on which you are no SSC.
</#if>
* The mails you sent us are erased, and your password.
* Your name and addresses are erased from cases that are over and from
  the journal of decisions.

What stays:

* The lines of the journal, without you: that somebody was admitted and
  has left, when, and on what grounds.
* Our letters to you and mails of others that name you, until they are
  ${mailDays} days old.
* Backups that were made before, until they are replaced.
<#if rules.archived>
* Your posts in the archive of the list.
</#if>
<#if open?has_content>
* Cases under way that name you, until they end:
<#list open as it>
  case ${it.number}<#if it.tld??>, ${it.tld}</#if>
</#list>
</#if>

<@p.do_not_forward/>

If this is what you want, reply with the one word

  confirm

by ${until}. If it is not, there is nothing
to do.
<@p.bye/>
