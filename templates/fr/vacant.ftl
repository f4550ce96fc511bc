<#import "parts.ftl" as p>
Subject: TLD-OPS, suivi : ${tld} n'a plus de contact

Pour votre information : le dernier contact de ${tld} est parti le
${at}. Le ccTLD ne figure plus dans le répertoire
public.

Pour demander de nouveaux contacts : tldops invite ${tldName}
