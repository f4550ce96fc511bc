package tldops;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Authority;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Disputes;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Journal;
import tldops.core.Letter;
import tldops.core.Level;
import tldops.core.Mail;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Waiting;
import tldops.store.Store;
import tldops.store.Unavailable;

/// Decides and records: each event on the registry that the one before left, several in one transaction (DESIGN 1.2).
/// Used by one thread.
final class Decider {
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    /// The core's two questions.
    ///
    /// @param need what has to be known first
    /// @param decide what follows
    record Core(BiFunction<Registry, Read, Need> need, Function<Registry, BiFunction<Event, Moment, Decision>> decide) {}

    /// @param inbox 0 when no row led to it
    /// @param sureness of the sender, as it was when the mail was decided
    private record Item(long inbox, Read read, Facts facts, Need need, Decision decision, Instant at, String sureness) {}

    private final Store store;
    private final Rules rules;
    private final Core core;
    private final Function<Letter, Store.Composed> composing;
    private final Supplier<Instant> clock;
    private final RandomGenerator chance;
    private final List<Item> batch = new ArrayList<>();
    private Registry registry;
    private boolean stale;
    private volatile BiConsumer<Store.Recorded, Optional<Instant>> told = (_, _) -> {};

    Decider(Store store, Rules rules, Core core, Function<Letter, Store.Composed> composing, Supplier<Instant> clock, RandomGenerator chance) {
        this.store = store;
        this.rules = rules;
        this.core = core;
        this.composing = composing;
        this.clock = clock;
        this.chance = chance;
        registry = store.load(rules);
    }

    /// Has this told of every decision that was recorded, and when the mail that led to it arrived. Must not block.
    void onDecided(BiConsumer<Store.Recorded, Optional<Instant>> listener) {
        told = listener;
    }

    Registry registry() {
        return registry;
    }

    /// Loads the registry anew when memory and database may differ. Not while decisions wait to be recorded.
    void refresh() {
        if (!stale) return;
        registry = store.load(rules);
        stale = false;
    }

    Need need(Read read) {
        return core.need().apply(registry, read);
    }

    /// What has to be known before a duty is done.
    Need need(Event.Duty duty, Optional<Instant> stated) {
        Instant now = now();
        return Needs.of(registry, duty, stated.filter(now::isBefore).orElse(now));
    }

    /// Decides it now; [#record] makes it last.
    void decide(long inbox, Read read, Facts facts, Need need) {
        Instant now = now();
        String sureness = sureness(read, facts);
        Decision decision = core.decide().apply(registry).apply(read.event(facts), moment(now));
        apply(decision);
        batch.add(new Item(inbox, read, facts, need, decision, now, sureness));
    }

    /// The same, but only if nothing but counts changes by it.
    ///
    /// @return whether it is decided
    boolean decideQuietly(long inbox, Read read, Facts facts, Need need) {
        Instant now = now();
        Decision decision = core.decide().apply(registry).apply(read.event(facts), moment(now));
        if (!decision.changes().stream().allMatch(Change.Counted.class::isInstance)) return false;
        String sureness = sureness(read, facts);
        apply(decision);
        batch.add(new Item(inbox, read, facts, need, decision, now, sureness));
        return true;
    }

    /// Decides and records what no row led to.
    void tell(Event event) {
        tell(event, Facts.NONE);
    }

    private void tell(Event event, Facts facts) {
        decide(0, new Read.News(event), facts, Need.NOTHING);
        for (Throwable failed : record().values()) throw new IllegalStateException(event.getClass().getSimpleName() + " could not be decided", failed);
    }

    /// Does a duty unless it was done for that period, and notes that it is done.
    ///
    /// @param stated as if it were then, though never before now; empty: now
    /// @param waiting what mail that cannot be decided yet is about
    /// @param answer what was looked up for it
    void duty(Event.Duty duty, String period, Optional<Instant> stated, Waiting waiting, LookUps.Answer answer) {
        if (registry.done(duty, period).isPresent()) return;
        Instant now = now();
        Instant at = stated.filter(now::isBefore).orElse(now);
        Event.Due due = new Event.Due(duty, period, waiting, answer.facts());
        Decision decision = core.decide().apply(registry).apply(due, moment(at));
        boolean noted = decision.changes().stream().anyMatch(change -> change instanceof Change.DutyDone done && done.duty() == duty && done.period().equals(period));
        if (!noted) decision = decision.and(new Change.DutyDone(duty, period, at));
        apply(decision);
        // recorded as what it is, something done now: the journal tells when the robot lived
        // of all that the watch looks at, only what a line of the journal rests on is evidence
        batch.add(new Item(0, new Read.News(due), answer.facts(), duty == Event.Duty.WATCH ? Need.NOTHING : answer.need(), decision, now, ""));
        for (Throwable failed : record().values()) throw new IllegalStateException("duty " + duty + " for " + period + " could not be done", failed);
    }

    /// IANA differs while a mail waits for it: the Secretariat is told, today once.
    void differs(Facts facts) {
        refresh();
        if (Disputes.untold(registry, facts, now())) tell(new Event.Differs(facts), facts);
    }

    private String sureness(Read read, Facts facts) {
        return read.mail().map(mail -> Level.words(registry, mail, facts)).orElse("");
    }

    private Instant now() {
        return clock.get().truncatedTo(ChronoUnit.MICROS);
    }

    private Moment moment(Instant at) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return new Moment(at, bytes);
    }

    private void apply(Decision decision) {
        // until it is applied as a whole
        stale = true;
        registry.apply(decision.changes());
        stale = false;
    }

    /// Records what was decided since the last time. When that fails, each is taken again alone, on the registry as the
    /// database has it.
    ///
    /// @return the rows that failed alone, each with what happened
    /// @throws Unavailable when the database cannot be used: then nothing of it counts, and it is to be decided again
    Map<Long, Throwable> record() {
        List<Item> items = List.copyOf(batch);
        batch.clear();
        if (items.isEmpty()) return Map.of();
        try {
            keep(items);
            return Map.of();
        } catch (Unavailable gone) {
            stale = true;
            throw gone;
        } catch (RuntimeException | Error failed) {
            stale = true;
            refresh();
            if (items.size() == 1) return Map.of(items.getFirst().inbox(), failed);
            LOG.warn("{} decisions could not be recorded together ({}); each is taken alone", items.size(), failed.getClass().getSimpleName());
            return alone(items);
        }
    }

    private Map<Long, Throwable> alone(List<Item> items) {
        Map<Long, Throwable> failed = new LinkedHashMap<>();
        for (Item item : items) {
            try {
                decide(item.inbox(), item.read(), item.facts(), item.need());
                failed.putAll(record());
            } catch (Unavailable gone) {
                throw gone;
            } catch (RuntimeException | Error broken) {
                failed.put(item.inbox(), broken);
                refresh();
            }
        }
        return failed;
    }

    private void keep(List<Item> items) {
        List<Store.Recorded> recorded = items.parallelStream().map(this::recorded).toList();
        Map<Long, byte[]> masked = new HashMap<>();
        for (Item item : items) {
            if (item.read() instanceof Read.Written(_, var bytes)) bytes.ifPresent(without -> masked.put(item.inbox(), without));
        }
        store.record(recorded, masked);
        for (int i = 0; i < items.size(); i++) {
            // a duty that found nothing to do is no news, every five minutes for years
            boolean idle = items.get(i).read() instanceof Read.News(Event.Due _) && recorded.get(i).letters().isEmpty() && recorded.get(i).decision().journal().isEmpty();
            if (!idle) LOG.info("{}", new Said(Said.line(recorded.get(i))));
            told.accept(recorded.get(i), items.get(i).read().mail().map(Mail::arrived));
        }
    }

    private Store.Recorded recorded(Item item) {
        return new Store.Recorded(item.inbox(), item.decision(), composed(item.decision().letters()), evidence(item), item.at(),
                item.read().sender(), item.read().mail().map(Mail::messageId).orElse(""), item.read().request(), item.sureness());
    }

    private List<Store.Composed> composed(List<Letter> letters) {
        List<Store.Composed> all = new ArrayList<>();
        for (Letter letter : letters) {
            Store.Composed next = composing.apply(letter);
            all.add(all.isEmpty() ? next : next.sharing(all.getLast()));
        }
        return List.copyOf(all);
    }

    /// What IANA said about the ccTLDs in question, and whatever else the decision says it rests on.
    private static List<Authority.Evidence> evidence(Item item) {
        Set<String> cited = item.decision().journal().stream().map(Journal::evidence).collect(Collectors.toSet());
        List<Authority.Evidence> kept = new ArrayList<>();
        item.facts().authorities().forEach((tld, authority) -> {
            if (item.need().tlds().contains(tld) || authority.first().filter(given -> cited.contains(given.sha256())).isPresent()) kept.addAll(authority.answers());
        });
        return kept;
    }

    static String stack(Throwable failed) {
        StringWriter text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
