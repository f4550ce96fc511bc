package tldops.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Letter;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Registry;
import tldops.core.Tld;
import tldops.mail.Fingerprint;

/// Plays a story against the core: reads each mail, looks up in the story's own records, decides, words the letters.
/// What a database, sockets and a clock do for the daemon is done here by three small collections.
final class CorePlayer implements Player {
    /// How long a mail waits for IANA (`iana.unreachable-limit`).
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Rooms rooms;
    private final Registry registry;
    private final Random chance;
    private final Map<Tld, IanaRecord> iana = new TreeMap<>();
    private final Map<Act.Mailed, Instant> waiting = new HashMap<>();
    private final Set<Fingerprint> seen = new HashSet<>();
    private final Deque<Letter> outbox = new ArrayDeque<>();
    private final Set<Address> refused = new HashSet<>();
    private final List<Posted> posted = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private boolean relayAway;
    private Instant now = Instant.EPOCH;

    CorePlayer(Rooms rooms, long seed) {
        this.rooms = rooms;
        this.registry = new Registry(rooms.rules());
        this.chance = new Random(seed);
    }

    @Override
    public List<Posted> play(Act act) {
        posted.clear();
        journal.clear();
        switch (act) {
            case Act.Clock(var to) -> {
                if (to.isBefore(now)) throw new IllegalArgumentException("the clock only goes forward: " + to);
                now = to;
                waited();
            }
            case Act.Iana(var tld, var record) -> iana.put(tld, record);
            case Act.Mailed mailed -> {
                if (seen.add(Fingerprint.of(mailed.raw()))) arrived(mailed, now);
            }
            case Act.Ordered(var order) -> decide(new Event.Ordered(order, "operator", facts(Needs.of(registry, order))));
            case Act.Due(var duty) -> decide(new Event.Due(duty, now.toString()));
            case Act.Relay relay -> turned(relay);
        }
        // what waits for the relay is tried again when time goes on
        if (!(act instanceof Act.Relay)) send();
        return List.copyOf(posted);
    }

    private void arrived(Act.Mailed mailed, Instant at) {
        Rooms.Reading reading = rooms.read().apply(mailed, at);
        Need need = Needs.of(registry, reading.mail(), reading.request());
        boolean answered = need.tlds().stream().allMatch(tld -> record(tld).answers());
        if (!answered && now.isBefore(at.plus(PATIENCE))) waiting.put(mailed, at);
        else decide(new Event.Arrived(reading.mail(), reading.request(), facts(need)));
    }

    private void waited() {
        Map<Act.Mailed, Instant> again = new HashMap<>(waiting);
        waiting.clear();
        again.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> arrived(entry.getKey(), entry.getValue()));
    }

    private void turned(Act.Relay relay) {
        switch (relay.how()) {
            case AWAY -> relayAway = true;
            case BACK -> relayAway = false;
            case REFUSES -> refused.add(relay.address().orElseThrow());
            case TAKES -> refused.remove(relay.address().orElseThrow());
        }
    }

    private Facts facts(Need need) {
        Map<Tld, Authority> known = new HashMap<>();
        for (Tld tld : need.tlds()) known.put(tld, record(tld).authority(tld, now));
        iana.forEach((tld, record) -> {
            if (record.admin().filter(need.servedBy()::contains).isPresent()) known.put(tld, record.authority(tld, now));
        });
        return new Facts(known);
    }

    private IanaRecord record(Tld tld) {
        IanaRecord record = iana.get(tld);
        if (record == null) throw new IllegalArgumentException("the robot asks IANA for " + tld + ", but the story has no record of it");
        return record;
    }

    private void decide(Event event) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        Decision decision = Decide.on(registry, event, new Moment(now, bytes));
        registry.apply(decision.changes());
        outbox.addAll(decision.letters());
        decision.journal().forEach(line -> journal.add(States.line(line)));
    }

    /// The relay's word on each letter comes back as an event, which may lead to more letters.
    private void send() {
        while (!relayAway && !outbox.isEmpty()) {
            Letter letter = outbox.remove();
            if (!now.isBefore(letter.bestBefore())) continue;
            boolean gone = letter.to().stream().anyMatch(refused::contains);
            if (!gone) posted.add(Posted.read(envelope(letter), recipients(letter), rooms.compose().apply(letter, now)));
            if (letter.reported()) decide(gone ? new Event.GivenUp(letter.id(), "550 5.1.1 no such user") : new Event.Sent(letter.id(), now));
        }
    }

    private String envelope(Letter letter) {
        return letter.envelope() == Letter.Envelope.NULL ? "" : registry.rules().list().bounces(letter.id()).toString();
    }

    private static List<String> recipients(Letter letter) {
        List<String> all = new ArrayList<>();
        for (Address to : letter.to()) all.add(to.toString());
        for (Address cc : letter.cc()) all.add(cc.toString());
        return all;
    }

    @Override
    public <T> T ask(Function<Registry, T> question) {
        return question.apply(registry);
    }

    @Override
    public List<String> journal() {
        return List.copyOf(journal);
    }

    @Override
    public void close() {}
}
