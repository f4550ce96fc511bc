package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whom IANA names, compared with the reading before (N03, MAIL_RULES 34): another contact counts when two readings that lie
/// far enough apart agree. A record without an address, or no answer, is no reading at all.
public final class Anchors {
    /// Under which changes are counted, for the limit of a day.
    static final String COUNTED = "contact-changed:";

    private static final Duration DAY = Duration.ofDays(1);

    private Anchors() {}

    /// The contact of a ccTLD has become another one.
    ///
    /// @param now what the second reading said
    record Moved(Tld tld, Address from, Address to, Authority.Known now) {}

    /// What readings came to.
    ///
    /// @param state of the watch afterwards
    /// @param moved what counts now
    /// @param held ccTLDs whose change waits for the Secretariat from now on, since too many change at a time
    private record Compared(Map<Tld, Kept.Sighting> state, List<Moved> moved, Set<Tld> held, List<Journal> journal) {}

    static Map<Tld, Kept.Sighting> seen(Registry registry) {
        Map<Tld, Kept.Sighting> seen = new TreeMap<>();
        registry.kept(Kept.Anchors.class).ifPresent(anchors -> anchors.seen().forEach(one -> seen.put(one.tld(), one)));
        return seen;
    }

    /// What the watch knows of a ccTLD.
    public static Optional<Kept.Sighting> of(Registry registry, Tld tld) {
        return registry.kept(Kept.Anchors.class).flatMap(anchors -> anchors.seen().stream().filter(one -> one.tld().equals(tld)).findFirst());
    }

    /// Whether changes of a ccTLD need both proofs for now: IANA names another contact than the one we know, or has done so
    /// some working days ago.
    public static boolean coolsDown(Registry registry, Tld tld, Authority now, Instant at) {
        if (registry.rules().anchor().coolDown() == 0) return false;
        Optional<Kept.Sighting> known = of(registry, tld);
        boolean other = known.filter(one -> one.next().isPresent() || now.address().filter(address -> !address.equals(one.admin())).isPresent()).isPresent();
        return other || coolDown(registry, tld).filter(at::isBefore).isPresent();
    }

    /// Whether IANA names another contact than the one who counts: until a second reading agrees nothing is done on its word, and
    /// nobody's data goes to it.
    static boolean fresh(Registry registry, Tld tld, Authority now) {
        return of(registry, tld).filter(known -> now.address().filter(address -> !address.equals(known.admin())).isPresent()).isPresent();
    }

    /// What IANA says without what does not count yet.
    static Facts counting(Registry registry, Facts facts) {
        Map<Tld, Authority> all = new TreeMap<>(facts.authorities());
        all.entrySet().removeIf(one -> fresh(registry, one.getKey(), one.getValue()));
        return new Facts(all);
    }

    /// Whether the Secretariat has to say first that its change is one.
    static boolean waits(Registry registry, Tld tld) {
        return of(registry, tld).flatMap(Kept.Sighting::next).filter(next -> next.stand() == Kept.Stand.HELD).isPresent();
    }

    /// When the cool-down after the last change of the contact ends, or ended.
    static Optional<Instant> coolDown(Registry registry, Tld tld) {
        return of(registry, tld).flatMap(Kept.Sighting::changed).map(changed -> Days.due(registry, Optional.of(tld), changed, registry.rules().anchor().coolDown()));
    }

    /// Of which ccTLDs a second reading may decide now.
    static Set<Tld> awaited(Registry registry, Instant now) {
        return seen(registry).values().stream().filter(one -> one.next().filter(next -> next.stand() != Kept.Stand.HELD && !now.isBefore(agreement(registry, next))).isPresent())
                .map(Kept.Sighting::tld).collect(Collectors.toCollection(TreeSet::new));
    }

    /// From when on a second reading counts.
    public static Instant agreement(Registry registry, Kept.Candidate next) {
        return next.first().plus(registry.rules().anchor().apart());
    }

    /// Readings that came by the way, with a mail or an order: they are first readings, and nothing else follows from them. The
    /// watch alone begins to know a ccTLD.
    ///
    /// @param before what else follows from the same event
    static Decision noticed(Registry registry, Facts facts, Decision before, Moment at) {
        if (facts.authorities().isEmpty() || registry.kept(Kept.Anchors.class).isEmpty()) return Decision.EMPTY;
        return read(registry, facts, false, false, before, at);
    }

    /// The round of the night, over all ccTLDs.
    static Decision night(Registry registry, Facts facts, Moment at) {
        return read(registry, facts, true, true, Decision.EMPTY, at);
    }

    /// The readings that the deadlines brought; a change counts here, too.
    static Decision settled(Registry registry, Facts facts, Moment at) {
        return facts.authorities().isEmpty() || registry.kept(Kept.Anchors.class).isEmpty() ? Decision.EMPTY : read(registry, facts, false, true, Decision.EMPTY, at);
    }

    private static Decision read(Registry registry, Facts facts, boolean begins, boolean counts, Decision before, Moment at) {
        return decided(registry, compared(registry, facts, begins, counts, at), before, at).and(TechContact.seen(registry, facts, at));
    }

    /// For the report: which ccTLDs with people on the list have another contact since then.
    static List<Content.Moved> moved(Registry registry, Instant since, ZoneId zone) {
        return seen(registry).values().stream().filter(one -> one.changed().filter(changed -> !changed.isBefore(since)).isPresent() && !registry.membersOf(one.tld()).isEmpty())
                .map(one -> new Content.Moved(one.tld(), LocalDate.ofInstant(one.changed().orElseThrow(), zone), registry.membersOf(one.tld()).stream().noneMatch(Member::unconfirmed))).toList();
    }

    private static Compared compared(Registry registry, Facts facts, boolean begins, boolean counts, Moment at) {
        Map<Tld, Kept.Sighting> state = seen(registry);
        List<Moved> agreed = new ArrayList<>();
        List<Journal> journal = new ArrayList<>();
        int begun = 0;
        for (Map.Entry<Tld, Authority> one : new TreeMap<>(facts.authorities()).entrySet()) {
            if (!(one.getValue() instanceof Authority.Known now)) continue;
            Tld tld = one.getKey();
            Kept.Sighting known = state.get(tld);
            if (known == null) {
                if (begins) state.put(tld, new Kept.Sighting(tld, now.admin(), Optional.empty(), Optional.empty()));
                if (begins) begun++;
                continue;
            }
            Optional<Kept.Candidate> next = known.next();
            boolean older = next.filter(candidate -> now.evidence().at().isBefore(candidate.first())).isPresent();
            if (older || (now.admin().equals(known.admin()) && next.isEmpty())) continue;
            if (now.admin().equals(known.admin())) {
                state.put(tld, new Kept.Sighting(tld, known.admin(), Optional.empty(), known.changed()));
                journal.add(Journal.of("contact as before", "IANA names the one it named before: no change (MAIL_RULES 34)", tld).evidence(now));
            } else if (next.filter(candidate -> candidate.admin().equals(now.admin())).isEmpty()) {
                state.put(tld, new Kept.Sighting(tld, known.admin(), Optional.of(new Kept.Candidate(now.admin(), now.evidence().at(), Kept.Stand.SEEN)), known.changed()));
                journal.add(Journal.of("another contact seen", "a second reading has to agree (MAIL_RULES 34)", tld).evidence(now).people(List.of(now.admin().toString())));
            } else if (counts && !now.evidence().at().isBefore(agreement(registry, next.get()))) {
                agreed.add(new Moved(tld, known.admin(), now.admin(), now));
            }
        }
        if (begun > 0) journal.add(Journal.of("watch begun", "for " + begun + " ccTLDs; what IANA names now is where it begins (N03)"));
        Set<Tld> held = held(registry, state, at.now());
        for (Tld tld : held) state.computeIfPresent(tld, (_, one) -> waiting(one, Kept.Stand.HELD));
        List<Moved> moved = agreed.stream().filter(one -> !held.contains(one.tld()) && !waits(registry, one.tld())).toList();
        for (Moved one : moved) state.put(one.tld(), new Kept.Sighting(one.tld(), one.to(), Optional.empty(), Optional.of(at.now())));
        return new Compared(state, moved, held, List.copyOf(journal));
    }

    /// Too many change at a time, or too many have within a day: then none counts. While the Secretariat is asked about some,
    /// what comes with them waits, too.
    private static Set<Tld> held(Registry registry, Map<Tld, Kept.Sighting> state, Instant now) {
        Set<Tld> waiting = new TreeSet<>();
        for (Kept.Sighting one : state.values()) if (one.next().filter(next -> next.stand() == Kept.Stand.SEEN).isPresent()) waiting.add(one.tld());
        Rules.Anchor rules = registry.rules().anchor();
        int limit = Math.max(rules.most(), state.size() * rules.percent() / 100);
        boolean many = waiting.size() + registry.counted(COUNTED, now.minus(DAY)) > limit;
        return many || ManyMoved.open(registry).isPresent() ? waiting : Set.of();
    }

    private static Kept.Sighting waiting(Kept.Sighting one, Kept.Stand stand) {
        return new Kept.Sighting(one.tld(), one.admin(), one.next().map(next -> new Kept.Candidate(next.admin(), next.first(), stand)), one.changed());
    }

    private static Decision decided(Registry registry, Compared compared, Decision before, Moment at) {
        Decision decision = new Decision(List.of(), List.of(), compared.journal());
        if (!compared.state().equals(seen(registry))) decision = decision.and(kept(compared.state()));
        for (Moved moved : compared.moved()) {
            boolean released = of(registry, moved.tld()).flatMap(Kept.Sighting::next).filter(next -> next.stand() == Kept.Stand.RELEASED).isPresent();
            if (!released) decision = decision.and(new Change.Counted(COUNTED, at.now()));
        }
        decision = decision.and(ManyMoved.after(registry, compared.state(), compared.held(), Opened.by(registry, before), at));
        return compared.moved().isEmpty() ? decision : decision.and(Succession.of(registry, compared.moved(), Opened.by(registry, before.and(decision)), at));
    }

    private static Change kept(Map<Tld, Kept.Sighting> state) {
        return new Change.KeptSaved(new Kept.Anchors(List.copyOf(state.values())));
    }

    /// The Secretariat's word: of these a second reading is enough.
    static Change released(Registry registry, List<Tld> tlds) {
        Map<Tld, Kept.Sighting> state = seen(registry);
        for (Tld tld : tlds) state.computeIfPresent(tld, (_, one) -> waiting(one, Kept.Stand.RELEASED));
        return kept(state);
    }
}
