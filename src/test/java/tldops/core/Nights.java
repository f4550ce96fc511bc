package tldops.core;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Nights of the watch, played against the core: what IANA says, who is on the list, what follows (N03).
abstract class Nights {
    static final Instant NIGHT = Instant.parse("2027-01-14T01:15:00Z");
    static final Tld NL = Tld.of("nl");
    static final Address OLD = Address.of("hostmaster@registry.example");
    static final Address NEW = Address.of("new-admin@registry.example");

    Registry registry = new Registry(rules(Rules.Anchor.USUAL));
    private int chance;

    static Rules rules(Rules.Anchor anchor) {
        Rules sample = tldops.store.Sample.rules();
        Map<Tld, CcTld> all = new TreeMap<>();
        for (int i = 0; i < 26 * 12; i++) {
            Tld tld = Tld.of("" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
            all.put(tld, ccTld(tld));
        }
        all.put(NL, ccTld(NL));
        return new Rules(sample.list(), Set.of(Address.of("secretariat@tld-ops.example")), sample.ssc(), sample.trust(), sample.quotas(), sample.times(), sample.urgent(), sample.keeping(), true, all,
                sample.listCalendar(), sample.changes(), sample.posting(), sample.bulletins(), sample.batches(), sample.contacts(), sample.bounces(), sample.looks(), anchor);
    }

    static CcTld ccTld(Tld tld) {
        return new CcTld(tld, tld.label(), "NL", "EU", false, true, new Calendar(ZoneOffset.UTC, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of()));
    }

    static Authority known(Address admin, Instant at) {
        return new Authority.Known(admin, "", "", Optional.empty(), new Authority.Evidence("folder", at, Digest.hex(admin + " " + at), ""));
    }

    List<Letter> night(Instant at, Map<Tld, Authority> said) {
        return due(Event.Duty.WATCH, at, said);
    }

    List<Letter> due(Event.Duty duty, Instant at, Map<Tld, Authority> said) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) ++chance;
        Decision decision = Decide.on(registry, new Event.Due(duty, at + " " + chance, Waiting.NOTHING, new Facts(said)), new Moment(at, bytes));
        registry.apply(decision.changes());
        return decision.letters();
    }

    static Instant later(Duration time) {
        return NIGHT.plus(time);
    }

    Member member(Tld tld, int rank) {
        Person person = new Person("Anna", List.of(new Address("anna" + rank, tld.label() + ".example")), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        Member member = new Member(tld, rank, person, Language.EN, NIGHT, Optional.of(NIGHT), "proof " + tld + rank, false, NIGHT, Optional.empty(), 0);
        registry.apply(new Change.MemberSaved(member));
        return member;
    }

    boolean unconfirmed(Tld tld) {
        return registry.membersOf(tld).stream().anyMatch(Member::unconfirmed);
    }
}
