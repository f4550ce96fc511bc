package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A mail as far as the core needs it: who, how sure, which secrets it brought. What it asks for is the [Request].
///
/// @param inbox number of its inbox row
/// @param arrived when the inbox row was written: what counts for deadlines
/// @param messageId without angle brackets; "" when the mail has none
/// @param from the addr-spec of its one From mailbox (MAIL_RULES 6, 7); empty when there is no such single address
/// @param visible addresses of To and Cc, for X02
/// @param subject cleaned of controls and cut (MAIL_RULES 30)
/// @param redirectedBy the Secretariat's address when this is the inner mail of one it resent or forwarded (X06)
/// @param bulk it has marks of a machine though it reads as a person's verdict (MAIL_RULES 18b): its sender is not answered
/// @param language of the text, as far as it can be told; English otherwise
/// @param text the newly written text, cleaned; what a person would be shown of it
/// @param digest SHA-256 of the raw bytes
/// @param shown what else in From a reader would take for the sender's address: in a display name, with letters that none has
public record Mail(
        long inbox,
        Instant arrived,
        Envelope envelope,
        String messageId,
        Optional<Address> from,
        List<Address> visible,
        String subject,
        Authentication authentication,
        Optional<Address> redirectedBy,
        List<Bearer> bearers,
        boolean bulk,
        Language language,
        String text,
        String digest,
        List<String> shown) {
    public Mail(long inbox, Instant arrived, Envelope envelope, String messageId, Optional<Address> from, List<Address> visible, String subject, Authentication authentication,
            Optional<Address> redirectedBy, List<Bearer> bearers, boolean bulk, Language language, String text, String digest) {
        this(inbox, arrived, envelope, messageId, from, visible, subject, authentication, redirectedBy, bearers, bulk, language, text, digest, List.of());
    }

    /// The same mail, judged.
    public Mail judged(Authentication verdict) {
        return new Mail(inbox, arrived, envelope, messageId, from, visible, subject, verdict, redirectedBy, bearers, bulk, language, text, digest, shown);
    }

    /// The same mail as if it had brought only these secrets.
    public Mail bearing(List<Bearer> some) {
        return new Mail(inbox, arrived, envelope, messageId, from, visible, subject, authentication, redirectedBy, some, bulk, language, text, digest, shown);
    }

    /// The same mail, from somebody who is written to in that language.
    Mail in(Language chosen) {
        return new Mail(inbox, arrived, envelope, messageId, from, visible, subject, authentication, redirectedBy, bearers, bulk, chosen, text, digest, shown);
    }

    public boolean isFrom(Address address) {
        return from.filter(address::equals).isPresent();
    }

    public boolean copied(Address address) {
        return visible.contains(address);
    }

    /// Authenticated for exactly its From address.
    public boolean authenticated() {
        return authentication.authenticated() && redirectedBy.isEmpty();
    }

    public boolean failed() {
        return authentication.failed();
    }
}
