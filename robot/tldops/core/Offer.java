package tldops.core;

import java.util.Set;

/// What is known of a mail to the list before it is relayed; its bytes stay in the inbox.
///
/// @param inbox the row that holds its bytes
/// @param author the address in From, which is one of ours
/// @param messageId without angle brackets; "" when it has none
/// @param mentioned the ccTLDs whose contact it asks for, when that is all it does (N14)
/// @param sign by which the same text is known when it comes again
/// @param policy what the author's domain publishes for DMARC (L46)
/// @param signers the domains whose signatures were valid when it came in
public record Offer(long inbox, Address author, String messageId, String subject, Tlp tlp, Set<Tld> mentioned, String sign, Authentication.Policy policy, Set<String> signers) {
    static Offer of(Mail mail, Request.Post post, Rules.Posting rules) {
        return new Offer(mail.inbox(), mail.from().orElseThrow(), mail.messageId(), mail.subject(), post.label().orElse(rules.usual()), post.mentioned(), post.sign(), mail.authentication().policy(), mail.authentication().signers());
    }
}
