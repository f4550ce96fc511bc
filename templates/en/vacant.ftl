<#import "parts.ftl" as p>
Subject: TLD-OPS oversight: ${tld} has no contact any more

For your information: the last contact of ${tld} has left on
${at}. The ccTLD no longer stands in the
public directory.

To ask its administrative contact for new ones: tldops invite ${tldName}
