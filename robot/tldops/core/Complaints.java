package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reports that mail of ours was unwanted (ARF, RFC 5965; MAIL_RULES 26): whoever got it is marked and the Secretariat told, who
/// may talk to him. Nobody is taken off the list by it: a wrong key in a mail program is no goodbye.
public final class Complaints {
    static final String PREFIX = "complaint:";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LETTER_LIVES = Duration.ofDays(7);

    private Complaints() {}

    /// When the last one came.
    public static Optional<Instant> of(Registry registry, Address address) {
        return registry.lastCounted(Scores.key(PREFIX, address));
    }

    static Decision came(Registry registry, Request.Complained complaint, Moment at) {
        if (!complaint.unwanted()) return Decision.nothing("a report about mail of ours: " + complaint.summary());
        Optional<Verp.Key> key = complaint.key().map(Verp::read).filter(named -> Mailings.known(registry, named));
        if (key.isEmpty()) return Decision.nothing("a report of abuse that names no letter of ours: no state moves (MAIL_RULES 26)");
        Decision decision = Decision.EMPTY;
        for (Address address : Mailings.addressed(registry, key.get())) decision = decision.and(marked(registry, address, complaint, at));
        return decision.equals(Decision.EMPTY) ? Decision.nothing("a report of abuse about a letter to nobody on the list: " + complaint.summary()) : decision;
    }

    private static Decision marked(Registry registry, Address address, Request.Complained complaint, Moment at) {
        String key = Scores.key(PREFIX, address);
        boolean told = registry.counted(key, at.now().minus(DAY)) > 0;
        Decision decision = Decision.of(Journal.of("complaint", complaint.summary() + "; nobody is taken off by it (MAIL_RULES 26)").people(List.of(address.toString()))).and(new Change.Counted(key, at.now()));
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (told || secretariat.isEmpty()) return decision;
        List<Member> members = registry.membersWith(address);
        String name = members.stream().map(member -> member.person().name()).findFirst().or(() -> registry.guest(address).map(Guest::name)).orElse("");
        Content content = new ReachContent.Complaint(List.copyOf(new TreeSet<>(members.stream().map(Member::tld).toList())), name, address, at.now());
        return decision.and(new Letter(at.name("complaint " + address.key(), 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, at.now().plus(LETTER_LIVES)));
    }
}
