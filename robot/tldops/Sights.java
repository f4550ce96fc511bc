package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tldops.cli.Rows;
import tldops.core.Kept;
import tldops.core.Member;
import tldops.core.Registry;

/// What the watch over the contacts at IANA knows, as rows for the operator (N03, MAIL_RULES 34).
record Sights(Office office) {
    private static final Duration LATELY = Duration.ofDays(30);

    /// @param all also those that have named the same contact for long
    List<Rows.Contact> contacts(boolean all) {
        Instant since = office.now().get().minus(LATELY);
        return office.register().ask(registry -> registry.kept(Kept.Anchors.class).stream().flatMap(anchors -> anchors.seen().stream())
                .filter(one -> all || one.next().isPresent() || one.changed().filter(since::isBefore).isPresent())
                .map(one -> new Rows.Contact(one.tld().display(), one.admin().toString(), state(registry, one),
                        one.next().map(next -> next.admin().toString()).orElse(""), one.next().map(Kept.Candidate::first).or(one::changed)))
                .toList());
    }

    private static String state(Registry registry, Kept.Sighting one) {
        if (one.next().isPresent()) {
            return switch (one.next().get().stand()) {
                case SEEN -> "another seen once";
                case HELD -> "waits for a release";
                case RELEASED -> "released, to be read again";
            };
        }
        List<Member> members = registry.membersOf(one.tld());
        if (one.changed().isEmpty() || members.isEmpty()) return one.changed().isEmpty() ? "as before" : "changed";
        return members.stream().anyMatch(Member::unconfirmed) ? "changed, to be re-confirmed" : "changed, re-confirmed";
    }
}
