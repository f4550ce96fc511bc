package tldops.iana;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Authority.Evidence;
import tldops.core.Digest;
import tldops.core.Need;
import tldops.core.Tld;

/// The trust anchor's front: answers from memory while they are fresh, and otherwise asks, one question at a time and
/// never in a hurry (N01, X29, IANA_DATA 3). All who want the same ccTLD at once share one question.
public final class Iana implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_PAUSE = Duration.ofHours(1);

    /// A question that brought nothing that counts; until the pause is over nobody asks again because of a mail.
    private record Vain(Authority answer, Instant at, Duration pause) {}

    private final Enquiry enquiry;
    private final Set<Tld> known;
    private final Duration gap;
    private final boolean patient;
    private final Map<Tld, Authority> answers = new HashMap<>();
    private final Map<Address, Set<Tld>> served = new HashMap<>();
    private final Map<Tld, Vain> vain = new HashMap<>();
    private final Map<Tld, CompletableFuture<Authority>> asked = new HashMap<>();
    private final ExecutorService line = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("iana").factory());
    private Optional<Long> lastQuestion = Optional.empty();
    private final Pulse pulse = new Pulse();

    /// @param known the ccTLDs of config/cctlds.tsv; no other is ever asked for
    /// @param gap between the end of one question and the next
    /// @param patient whether a question in vain is repeated with growing pauses only; a folder costs nobody anything
    public Iana(Enquiry enquiry, Set<Tld> known, Duration gap, boolean patient) {
        this.enquiry = enquiry;
        this.known = Set.copyOf(known);
        this.gap = gap;
        this.patient = patient;
    }

    /// Reads every record of a folder at once, so that an address is known for all its ccTLDs from the start (X15).
    public static Iana over(Folder folder, Set<Tld> known, Instant now) throws IOException {
        Iana iana = new Iana(new Enquiry.One(Line.local("folder", folder)), known, Duration.ZERO, false);
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

    /// Takes over what IANA told an earlier run, as far as it is stored, so that a restart asks nothing anew.
    ///
    /// @param stored answers as they were kept
    public synchronized void remember(Collection<Evidence> stored) {
        Map<Instant, Map<Tld, List<Evidence>>> together = new TreeMap<>();
        for (Evidence one : stored)
            Agreement.about(one).filter(known::contains).ifPresent(tld -> together.computeIfAbsent(one.at(), _ -> new HashMap<>()).computeIfAbsent(tld, _ -> new ArrayList<>()).add(one));
        for (Map<Tld, List<Evidence>> once : together.values())
            once.forEach((tld, answers) -> enquiry.recalled(tld, answers).filter(authority -> authority.unsettled().isEmpty()).ifPresent(authority -> keep(tld, authority)));
    }

    /// What each of the sources is like, in the order in which they count.
    public List<Line> lines() {
        return enquiry.lines();
    }

    /// The ccTLDs about which the sources differed when they were last asked (MAIL_RULES 11).
    public synchronized Set<Tld> disputed() {
        return vain.entrySet().stream().filter(one -> one.getValue().answer() instanceof Authority.Disputed).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /// How asking has gone so far.
    public Pulse pulse() {
        return pulse;
    }

    /// Ends the question under way; whoever waits hears "unreachable".
    @Override
    public synchronized void close() {
        line.shutdownNow();
        enquiry.close();
        asked.values().forEach(question -> question.complete(new Authority.Unreachable("the robot is stopping")));
        asked.clear();
    }

    private synchronized CompletableFuture<Authority> question(Tld tld, Duration maxAge, Instant now) {
        if (!known.contains(tld)) return CompletableFuture.completedFuture(new Authority.NoSuchTld(evidence("cctlds.tsv", now, "")));
        Authority cached = answers.get(tld);
        if (cached != null && fresh(cached, maxAge, now)) return CompletableFuture.completedFuture(cached);
        boolean byHand = maxAge.isZero();
        Vain before = vain.get(tld);
        if (before != null && !byHand && Duration.between(before.at(), now).abs().compareTo(before.pause()) < 0) return CompletableFuture.completedFuture(before.answer());
        CompletableFuture<Authority> waiting = asked.get(tld);
        if (waiting != null) return waiting;
        try {
            CompletableFuture<Authority> question = CompletableFuture.supplyAsync(() -> heard(tld, ask(tld, now, byHand), now), line);
            asked.put(tld, question);
            return question;
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(new Authority.Unreachable("the robot is stopping"));
        }
    }

    private synchronized Authority heard(Tld tld, Authority answer, Instant now) {
        asked.remove(tld);
        Optional<Vain> before = Optional.ofNullable(vain.remove(tld));
        if (answer.unsettled().isEmpty()) keep(tld, answer);
        else if (patient) vain.put(tld, new Vain(answer, now, before.map(Vain::pause).map(pause -> pause.multipliedBy(2)).filter(pause -> pause.compareTo(LAST_PAUSE) <= 0).orElse(before.isPresent() ? LAST_PAUSE : FIRST_PAUSE)));
        // what was heard before they differed is not to be believed for the rest of the day
        if (answer instanceof Authority.Disputed) unserve(tld, answers.remove(tld));
        return answer;
    }

    private void keep(Tld tld, Authority answer) {
        unserve(tld, answers.put(tld, answer));
        answer.address().ifPresent(address -> served.computeIfAbsent(address, _ -> new TreeSet<>()).add(tld));
    }

    /// Whom that answer named serves the ccTLD no more.
    private void unserve(Tld tld, @Nullable Authority before) {
        Optional.ofNullable(before).flatMap(Authority::address).flatMap(address -> Optional.ofNullable(served.get(address))).ifPresent(tlds -> tlds.remove(tld));
    }

    /// Runs on the one thread of the line only.
    private Authority ask(Tld tld, Instant now, boolean byHand) {
        try {
            if (lastQuestion.isPresent()) TimeUnit.NANOSECONDS.sleep(gap.toNanos() - (System.nanoTime() - lastQuestion.get()));
            Authority heard = enquiry.about(tld, now, byHand);
            pulse.heard(heard, now);
            return heard;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Authority.Unreachable("the robot is stopping");
        } catch (IOException | RuntimeException failed) {
            Authority.Unreachable silent = new Authority.Unreachable(Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName()));
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
        return answer.first().map(Evidence::at);
    }
}
