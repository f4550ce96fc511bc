package tldops.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tldops.Dial;
import tldops.Timekeeper;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Change;
import tldops.core.ClockFault;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Disputes;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Journal;
import tldops.core.Keys;
import tldops.core.Letter;
import tldops.core.Level;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Outage;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.core.Waiting;
import tldops.mail.Fingerprint;
import tldops.trust.Dns;

/// Plays a story against the core: reads each mail, looks up in the story's own records, decides, words the letters.
/// What a database, sockets and a clock do for the daemon is done here by three small collections.
final class CorePlayer implements Player {
    /// How long a mail waits for IANA (`iana.unreachable-limit`).
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Rooms rooms;
    private final Registry registry;
    private final Random chance;
    private final Map<Tld, IanaRecord> iana = new TreeMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private boolean silent;
    private final List<String> sureness = new ArrayList<>();
    private final Map<Act.Mailed, Instant> waiting = new HashMap<>();
    private final Set<Fingerprint> seen = new HashSet<>();
    private final CoreOutbox outbox = new CoreOutbox();
    private final List<Event> afterDoubt = new ArrayList<>();
    private final Set<Event.Duty> duties = new TreeSet<>();
    private final List<Posted> posted = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private final AtomicReference<Dial> dial = new AtomicReference<>(new Dial(Instant.EPOCH, 0));
    private Timekeeper time;
    private Optional<Instant> beat = Optional.empty();
    private Optional<Instant> line = Optional.empty();

    CorePlayer(Rooms rooms, long seed) {
        this.rooms = rooms;
        this.registry = new Registry(rooms.rules());
        this.chance = new Random(seed);
        this.time = started();
    }

    @Override
    public List<Posted> play(Act act) {
        posted.clear();
        journal.clear();
        sureness.clear();
        switch (act) {
            case Act.Clock(var to) -> passed(to);
            case Act.Wall(var to) -> dial.set(new Dial(to, dial.get().nanos()));
            case Act.Down(var until) -> {
                pulse(false);
                passed(until);
                time = started();
            }
            case Act.Doors(var open) -> {
                if (open) time.inflow().open("the story");
                else time.inflow().shut("the story");
            }
            case Act.AcceptClock() -> {
                ClockFault doubt = time.doubt().orElseThrow();
                time.accept(doubt);
                decide(new Event.Ordered(new Event.Order.AcceptClock(doubt), "operator", Facts.NONE));
            }
            case Act.Given(var changes) -> registry.apply(changes);
            case Act.Iana(var tld, var record) -> iana.put(tld, record);
            case Act.Names(var records, boolean away) -> {
                names.putAll(records);
                silent = away;
            }
            case Act.Mailed mailed -> {
                if (seen.add(Fingerprint.of(mailed.raw()))) arrived(mailed, time.arrival());
            }
            case Act.Ordered(var order) -> event(new Event.Ordered(order, "operator", facts(Needs.of(registry, order))));
            case Act.Due(var duty) -> duties.add(duty);
            case Act.Relay relay -> outbox.turned(relay);
        }
        // what waits for the relay is tried again when time goes on
        pulse(act instanceof Act.Clock || act instanceof Act.Wall || act instanceof Act.Down);
        if (!(act instanceof Act.Relay)) send();
        return List.copyOf(posted);
    }

    private Timekeeper started() {
        return new Timekeeper(rooms.clock(), dial::get, beat, line, () -> true);
    }

    private void passed(Instant to) {
        Duration gone = Duration.between(dial.get().wall(), to);
        dial.set(new Dial(to, dial.get().nanos() + gone.toNanos()));
    }

    /// What the daemon does once a minute and between two decisions.
    private void pulse(boolean later) {
        List<Outage> missed = time.missed();
        missed.forEach(outage -> decide(new Event.Missed(outage)));
        time.noted(missed);
        Optional<ClockFault> doubt = time.doubt();
        if (doubt.isPresent()) {
            Event.ClockDoubted told = new Event.ClockDoubted(beat.map(Instant::toString).orElse("first"), doubt.get());
            if (registry.lastCounted("clock:" + told.occurrence()).isEmpty()) decide(told);
            return;
        }
        List<Event> waited = List.copyOf(afterDoubt);
        afterDoubt.clear();
        waited.forEach(this::decide);
        if (later) waited();
        for (Event.Duty duty : List.copyOf(duties)) {
            if (time.holdsBack(duty, registry).isPresent()) continue;
            duties.remove(duty);
            Need need = Needs.of(registry, duty, time.now());
            // the watch asks for all ccTLDs; of those that a story does not know it hears nothing
            decide(new Event.Due(duty, time.now().toString(), about(), duty == Event.Duty.WATCH ? facts(new Need(Set.copyOf(iana.keySet()), Set.of(), need.maxAge())) : facts(need)));
        }
        if (time.allIsWell()) beat = Optional.of(time.now());
    }

    /// What the mail that waits for IANA is about.
    private Waiting about() {
        Set<Long> cases = new HashSet<>();
        Set<Address> senders = new HashSet<>();
        Set<Tld> tlds = new HashSet<>();
        waiting.forEach((mailed, at) -> {
            Rooms.Reading reading = read(mailed, at);
            reading.mail().from().ifPresent(senders::add);
            reading.mail().bearers().forEach(bearer -> registry.caseOf(bearer.token()).ifPresent(found -> cases.add(found.number())));
            tlds.addAll(Needs.of(registry, reading.mail(), reading.request()).tlds());
        });
        return new Waiting(cases, senders, tlds);
    }

    /// What may not be decided by a clock in doubt waits.
    private void event(Event event) {
        if (time.doubt().isEmpty()) {
            decide(event);
            return;
        }
        boolean reads = event instanceof Event.Arrived(_, var request, _) && (request instanceof Request.Commands || request instanceof Request.Automatic);
        if (reads && decision(event).changes().stream().allMatch(Change.Counted.class::isInstance)) decide(event);
        else afterDoubt.add(event);
    }

    private void arrived(Act.Mailed mailed, Instant at) {
        Rooms.Reading reading = read(mailed, at);
        Need need = Needs.of(registry, reading.mail(), reading.request());
        boolean answered = need.tlds().stream().allMatch(tld -> record(tld).authority(tld, time.now()).unsettled().isEmpty());
        boolean unjudged = reading.mail().authentication().awaited() && time.now().isBefore(at.plus(rooms.unjudged()));
        if (unjudged) waiting.put(mailed, at);
        else if (!answered && time.now().isBefore(at.plus(PATIENCE))) {
            waiting.put(mailed, at);
            if (Disputes.untold(registry, facts(need), time.now())) event(new Event.Differs(facts(need)));
        } else event(new Event.Arrived(reading.mail(), reading.request(), facts(need)));
    }

    private Rooms.Reading read(Act.Mailed mailed, Instant at) {
        return rooms.read().apply(mailed, at, this::dns, address -> Keys.of(registry, address));
    }

    private void waited() {
        Map<Act.Mailed, Instant> again = new HashMap<>(waiting);
        waiting.clear();
        again.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> arrived(entry.getKey(), entry.getValue()));
    }

    private Dns.Answer dns(String name, Dns.Kind kind) {
        return Names.answer(names, silent, name, kind);
    }

    private Facts facts(Need need) {
        Map<Tld, Authority> known = new HashMap<>();
        for (Tld tld : need.tlds()) known.put(tld, record(tld).authority(tld, time.now()));
        iana.forEach((tld, record) -> {
            if (record.admin().filter(need.servedBy()::contains).isPresent()) known.put(tld, record.authority(tld, time.now()));
        });
        return new Facts(known);
    }

    private IanaRecord record(Tld tld) {
        IanaRecord record = iana.get(tld);
        if (record == null) throw new IllegalArgumentException("the robot asks IANA for " + tld + ", but the story has no record of it");
        return record;
    }

    /// What would follow from a mail now; nothing does. Of a ccTLD that the story does not know nobody has a record.
    Trial trial(Act.Mailed mailed) {
        Rooms.Reading reading = read(mailed, time.arrival());
        Need need = Needs.of(registry, reading.mail(), reading.request());
        Map<Tld, Authority> known = new HashMap<>();
        for (Tld tld : need.tlds()) known.put(tld, iana.getOrDefault(tld, IanaRecord.of(List.of("unknown"))).authority(tld, time.now()));
        iana.forEach((tld, record) -> {
            if (record.admin().filter(need.servedBy()::contains).isPresent()) known.put(tld, record.authority(tld, time.now()));
        });
        Facts facts = new Facts(known);
        Decision decision = Decide.on(registry, new Event.Arrived(reading.mail(), reading.request(), facts), new Moment(time.now(), new byte[32]));
        for (Letter letter : decision.letters()) rooms.compose().apply(letter, time.now());
        return new Trial(registry.copy(), time.now(), reading.mail(), reading.request(), facts, decision);
    }

    private Decision decision(Event event) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return Decide.on(registry, event, new Moment(time.now(), bytes));
    }

    private void decide(Event event) {
        if (event instanceof Event.Arrived(var mail, _, var facts)) sureness.add(Level.words(registry, mail, facts));
        Decision decision = decision(event);
        registry.apply(decision.changes());
        outbox.add(decision.letters(), time.now());
        decision.journal().forEach(said -> journal.add(States.line(said)));
        line = Optional.of(time.now());
    }

    /// The relay's word on each letter comes back as an event, which may lead to more letters.
    private void send() {
        for (Optional<CoreOutbox.Fate> fate = outbox.next(time.now()); fate.isPresent(); fate = outbox.next(time.now())) {
            switch (fate.get()) {
                case CoreOutbox.Fate.Taken(var letter) -> {
                    posted.add(Posted.read(envelope(letter), recipients(letter), rooms.compose().apply(letter, time.now())));
                    if (letter.reported()) event(new Event.Sent(letter.id(), time.now()));
                }
                case CoreOutbox.Fate.GivenUp(var letter, var reason) -> {
                    if (letter.reported()) event(new Event.GivenUp(letter.id(), reason));
                }
                case CoreOutbox.Fate.Dropped(var letter) -> {
                    journal.add(States.line(Journal.of("letter dropped", "past its best-before, unsent")));
                    if (letter.reported()) event(new Event.Expired(letter.id(), facts(Needs.ofExpired(registry, letter.id()))));
                }
            }
        }
    }

    private String envelope(Letter letter) {
        return letter.envelope() == Letter.Envelope.NULL ? "" : registry.rules().list().bounces(letter.id()).toString();
    }

    private static List<String> recipients(Letter letter) {
        if (!letter.subscribers().isEmpty()) return letter.subscribers().stream().map(Address::toString).toList();
        List<String> all = new ArrayList<>();
        if (!letter.subscribers().isEmpty()) return letter.subscribers().stream().map(Address::toString).toList();
        for (Address to : letter.to()) all.add(to.toString());
        for (Address cc : letter.cc()) all.add(cc.toString());
        return all;
    }

    @Override
    public <T> T ask(Function<Registry, T> question) {
        return question.apply(registry);
    }

    @Override
    public Map<Event.Duty, Function<Instant, Optional<Instant>>> duties() {
        return rooms.duties();
    }

    @Override
    public List<String> journal() {
        return List.copyOf(journal);
    }

    @Override
    public List<String> sureness() {
        return List.copyOf(sureness);
    }

    @Override
    public void close() {}
}
