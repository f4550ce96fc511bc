package tldops.iana;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Authority.Evidence;
import tldops.core.Digest;
import tldops.core.Need;
import tldops.core.Tld;

/// The trust anchor's front: answers from memory while they are fresh, and otherwise asks, one question at a time and
/// never in a hurry (N01, X29, IANA_DATA 3). All who want the same ccTLD at once share one question.
public final class Iana implements AutoCloseable {
    private final Source source;
    private final String name;
    private final Set<Tld> known;
    private final Duration gap;
    private final Map<Tld, Authority> answers = new HashMap<>();
    private final Map<Address, Set<Tld>> served = new HashMap<>();
    private final Map<Tld, CompletableFuture<Authority>> asked = new HashMap<>();
    private final ExecutorService line = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("iana").factory());
    private Optional<Long> lastQuestion = Optional.empty();
    private final Pulse pulse = new Pulse();

    /// @param name of the source, for the evidence: `whois.iana.org`, `folder`
    /// @param known the ccTLDs of config/cctlds.tsv; no other is ever asked for
    /// @param gap between the end of one question and the next
    public Iana(Source source, String name, Set<Tld> known, Duration gap) {
        this.source = source;
        this.name = name;
        this.known = Set.copyOf(known);
        this.gap = gap;
    }

    /// Reads every record of a folder at once, so that an address is known for all its ccTLDs from the start (X15).
    public static Iana over(Folder folder, Set<Tld> known, Instant now) throws IOException {
        Iana iana = new Iana(folder, "folder", known, Duration.ZERO);
        iana.lookUp(new Need(folder.tlds(), Set.of(), Duration.ZERO), now);
        return iana;
    }

    /// What IANA says of each ccTLD that is needed. Waits for the answers; a failed question is
    /// [Authority.Unreachable] and leaves the answer before it in memory.
    public Map<Tld, Authority> lookUp(Need need, Instant now) {
        Set<Tld> wanted = new TreeSet<>(need.tlds());
        need.servedBy().forEach(address -> {
            wanted.addAll(cachedFor(address));
            Tld.parse(address.domain().substring(address.domain().lastIndexOf('.') + 1)).filter(known::contains).ifPresent(wanted::add);
        });
        Map<Tld, CompletableFuture<Authority>> questions = new TreeMap<>();
        for (Tld tld : wanted) questions.put(tld, question(tld, need.maxAge(), now));
        Map<Tld, Authority> found = new TreeMap<>();
        questions.forEach((tld, question) -> found.put(tld, answer(question)));
        return found;
    }

    /// The ccTLDs whose admin contact, as last heard, has this address.
    public synchronized Set<Tld> cachedFor(Address address) {
        return Set.copyOf(served.getOrDefault(address, Set.of()));
    }

    /// Remembers an answer from stored evidence, unless a newer one is there.
    public synchronized void prime(Tld tld, Authority.Known stored) {
        boolean newer = Optional.ofNullable(answers.get(tld)).flatMap(Iana::time).filter(time -> !time.isBefore(stored.evidence().at())).isEmpty();
        if (known.contains(tld) && newer) keep(tld, stored);
    }

    /// How asking has gone so far.
    public Pulse pulse() {
        return pulse;
    }

    /// Ends the question under way; whoever waits hears "unreachable".
    @Override
    public synchronized void close() {
        line.shutdownNow();
        asked.values().forEach(question -> question.complete(new Authority.Unreachable("the robot is stopping")));
        asked.clear();
    }

    private synchronized CompletableFuture<Authority> question(Tld tld, Duration maxAge, Instant now) {
        if (!known.contains(tld)) return CompletableFuture.completedFuture(new Authority.NoSuchTld(evidence("cctlds.tsv", now, "")));
        Authority cached = answers.get(tld);
        if (cached != null && fresh(cached, maxAge, now)) return CompletableFuture.completedFuture(cached);
        CompletableFuture<Authority> waiting = asked.get(tld);
        if (waiting != null) return waiting;
        try {
            CompletableFuture<Authority> question = CompletableFuture.supplyAsync(() -> heard(tld, ask(tld, now)), line);
            asked.put(tld, question);
            return question;
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(new Authority.Unreachable("the robot is stopping"));
        }
    }

    private synchronized Authority heard(Tld tld, Authority answer) {
        asked.remove(tld);
        if (time(answer).isPresent()) keep(tld, answer);
        return answer;
    }

    private void keep(Tld tld, Authority answer) {
        Optional.ofNullable(answers.put(tld, answer)).flatMap(Authority::address).ifPresent(before -> Optional.ofNullable(served.get(before)).ifPresent(tlds -> tlds.remove(tld)));
        answer.address().ifPresent(address -> served.computeIfAbsent(address, _ -> new TreeSet<>()).add(tld));
    }

    /// Runs on the one thread of the line only.
    private Authority ask(Tld tld, Instant now) {
        try {
            if (lastQuestion.isPresent()) TimeUnit.NANOSECONDS.sleep(gap.toNanos() - (System.nanoTime() - lastQuestion.get()));
            Authority heard = WhoisRecord.read(tld, evidence(name, now, source.ask(tld)));
            pulse.heard(heard, now);
            return heard;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Authority.Unreachable("the robot is stopping");
        } catch (IOException | RuntimeException failed) {
            Authority.Unreachable silent = new Authority.Unreachable(name + ": " + Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName()));
            pulse.heard(silent, now);
            return silent;
        } finally {
            lastQuestion = Optional.of(System.nanoTime());
        }
    }

    private static Authority answer(CompletableFuture<Authority> question) {
        try {
            return question.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Authority.Unreachable("the robot is stopping");
        } catch (ExecutionException impossible) {
            throw new AssertionError("a question never fails, it answers Unreachable", impossible);
        }
    }

    private static Evidence evidence(String source, Instant at, String raw) {
        return new Evidence(source, at, Digest.hex(raw), raw);
    }

    /// A time ahead of ours counts as old too: after a clock has been set back nothing lives for ever.
    private static boolean fresh(Authority answer, Duration maxAge, Instant now) {
        return time(answer).filter(time -> Duration.between(time, now).abs().compareTo(maxAge) < 0).isPresent();
    }

    private static Optional<Instant> time(Authority answer) {
        return switch (answer) {
            case Authority.Known known -> Optional.of(known.evidence().at());
            case Authority.Silent silent -> Optional.of(silent.evidence().at());
            case Authority.NotAssigned notAssigned -> Optional.of(notAssigned.evidence().at());
            case Authority.NoSuchTld noSuchTld -> Optional.of(noSuchTld.evidence().at());
            case Authority.Unreachable _ -> Optional.empty();
        };
    }
}
