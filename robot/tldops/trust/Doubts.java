package tldops.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tldops.mail.Header;

/// What takes an authenticated mail one level down, whoever found it authentic: fields that stand twice (MAIL_RULES 6), and
/// what speaks for a mail that somebody sends again (MAIL_RULES 15).
final class Doubts {
    private static final List<String> ONLY_ONCE =
            List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");
    /// What may be left open by a signature when the mail comes straight from its domain: whom it is for, and its Message-ID. Who
    /// brings an old mail to somebody else is no server of that domain (MAIL_RULES 15).
    static final Set<String> STRAIGHT = Set.of("to", "cc", "message-id");

    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(1);

    private Doubts() {}

    static Optional<String> of(List<Header> headers, Instant arrived) {
        for (String name : ONLY_ONCE) {
            if (values(headers, name).size() > 1) return Optional.of("more than one " + name + " field (rule 6)");
        }
        Optional<Instant> sent = values(headers, "Date").stream().findFirst().flatMap(SentDate::read);
        if (sent.isEmpty()) return Optional.of("no readable Date (rule 15)");
        if (sent.get().isBefore(arrived.minus(OLDEST))) return Optional.of("Date more than 7 days old (rule 15)");
        if (sent.get().isAfter(arrived.plus(AHEAD))) return Optional.of("Date more than 1 day ahead (rule 15)");
        return Optional.empty();
    }

    /// A signature that a border server found valid leaves open what a mail says (rule 15). Which one that was of several of a
    /// domain nobody can tell, so the worst of them speaks: by one that he adds a stranger only loses.
    ///
    /// @param counts whether a signature of that domain was
    /// @param forgiven what may be left open
    static Optional<String> open(List<Header> headers, Predicate<String> counts, Set<String> forgiven) {
        List<DkimSignature> theirs = values(headers, "DKIM-Signature").stream().flatMap(value -> DkimSignature.read("DKIM-Signature: " + value).stream()).filter(one -> counts.test(one.domain())).toList();
        if (theirs.stream().anyMatch(one -> one.tags().containsKey("l"))) return Optional.of("its signature leaves an end unsigned (rule 5)");
        Stream<List<String>> left = theirs.stream().map(one -> one.uncovered(name -> !forgiven.contains(name) && !values(headers, name).isEmpty()));
        return left.max(Comparator.comparingInt(List::size)).filter(open -> !open.isEmpty()).map(open -> "its signature leaves out " + String.join(", ", open) + " (rule 15)");
    }

    static List<String> values(List<Header> headers, String name) {
        return headers.stream().filter(header -> header.name().strip().equalsIgnoreCase(name)).map(Header::value).toList();
    }
}
