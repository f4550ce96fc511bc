package tldops.core;

import java.util.Set;

/// A letter that carries a mail as it came: room `mail` makes its bytes from those in the inbox, no template words it.
///
/// @param inbox the row that holds the mail
/// @param messageId the author's, without angle brackets; "" when the mail has none
/// @param tlp what is written into its subject and header
/// @param policy what the author's domain publishes for DMARC (L46)
/// @param signers the domains whose signatures were valid when it came in
public record Carried(long inbox, Address author, String messageId, Tlp tlp, Authentication.Policy policy, Set<String> signers) implements Content {}
