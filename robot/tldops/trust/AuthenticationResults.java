package tldops.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.mail.Header;

/// Judges who sent a mail by the Authentication-Results field of our own border server, and by nothing else that a
/// stranger could have written (P2, L16, MAIL_RULES 1-3, 6-9, 15; RFC 8601). Every doubt is "not authenticated".
public final class AuthenticationResults {
    /// Whom a door believes.
    ///
    /// @param authservIds `intake.<door>.authserv-ids`: with none, nothing is believed
    /// @param borderHosts the names that our border server gives itself in Received; empty: the first Received is its
    public record Settings(Set<String> authservIds, Set<String> borderHosts) {
        public Settings {
            authservIds = authservIds.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
            borderHosts = borderHosts.stream().map(Border::host).collect(Collectors.toUnmodifiableSet());
        }
    }

    private AuthenticationResults() {}

    /// The fields as a client handed them over: without the Received line that our own door has put on top of them, which
    /// is not the border's.
    ///
    /// @param own the name that our door writes after `by`
    public static List<Header> handedOver(List<Header> headers, String own) {
        return Border.wrote(headers, own) ? headers.subList(1, headers.size()) : headers;
    }

    /// How sure we are that the From address sent the mail, with the reason.
    ///
    /// @param headers the fields of the mail itself in their order, top first; never those of an attached mail
    /// @param from the one address of From; empty when there is no such single ASCII address (rules 6, 8)
    /// @param doorTrusted whether the door vouches for who handed the mail over (rule 1)
    public static Authentication judge(List<Header> headers, Optional<Address> from, Settings settings, boolean doorTrusted, Instant arrived) {
        if (!doorTrusted) return Authentication.none("the door does not vouch for Authentication-Results (rule 1)");
        if (settings.authservIds().isEmpty()) return Authentication.none("no authserv-id is configured (rule 1)");
        if (from.isEmpty()) return Authentication.none("From is not one address (rule 6)");
        OptionalInt border = Border.in(headers, settings.borderHosts());
        if (border.isEmpty()) return Authentication.none("no Received line of our border (rule 1)");

        List<ResultsField> above = ours(headers.subList(0, border.getAsInt()), settings);
        List<ResultsField> below = ours(headers.subList(border.getAsInt(), headers.size()), settings);
        if (above.isEmpty() && below.isEmpty()) return Authentication.none("no Authentication-Results of our border (rule 1)");
        List<Authentication> verdicts = above.stream().map(field -> Dmarc.judge(field, from.get().domain())).toList();
        Optional<Authentication> failed = verdicts.stream().filter(Authentication::failed).findFirst();
        if (failed.isPresent()) return failed.get();
        if (above.size() + below.size() > 1 || above.isEmpty()) return Authentication.none("Authentication-Results in our name are forged (rule 2)");
        Authentication verdict = verdicts.getFirst();
        Authentication judged = verdict.authenticated() ? doubted(headers, above.getFirst(), from.get().domain(), arrived).map(Authentication::none).orElse(verdict) : verdict;
        return judged.under(Published.in(above.getFirst(), headers.subList(0, border.getAsInt())), Dmarc.signers(above.getFirst()));
    }

    private static Optional<String> doubted(List<Header> headers, ResultsField field, String domain, Instant arrived) {
        Set<String> forgiven = Dmarc.straight(field, domain) ? Doubts.STRAIGHT : Set.of();
        return Doubts.of(headers, arrived).or(() -> Doubts.open(headers, signer -> Dmarc.counts(field, signer, domain), forgiven));
    }

    private static List<ResultsField> ours(List<Header> headers, Settings settings) {
        List<ResultsField> ours = new ArrayList<>();
        for (Header header : headers) {
            if (!header.name().strip().equalsIgnoreCase("Authentication-Results")) continue;
            ResultsField field = ResultsField.read(header.value());
            if (settings.authservIds().contains(field.id())) ours.add(field);
        }
        return ours;
    }
}
