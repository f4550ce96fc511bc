package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Digest;
import tldops.core.Need;
import tldops.core.Tld;

/// N01, X15, X29, MAIL_RULES 11; IANA_DATA 3.
@Timeout(60)
class IanaTest {
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Tld NL = Tld.of("nl");
    private static final Tld BE = Tld.of("be");
    private static final Tld IN = Tld.of("in");
    private static final Tld BHARAT = Tld.of("xn--h2brj9c");
    private static final Set<Tld> KNOWN = Set.of(NL, BE, IN, BHARAT);
    private static final Address OFFICE = Address.of("office@registry.example");

    private final List<Tld> asked = Collections.synchronizedList(new ArrayList<>());

    private Iana iana(Source source) {
        return new Iana(new Enquiry.One(Line.local("test", tld -> {
            asked.add(tld);
            return source.ask(tld);
        })), KNOWN, Duration.ZERO, false);
    }

    private static String office(Tld tld) {
        return Records.of(tld.label(), OFFICE.toString());
    }

    private static Need need(Tld... tlds) {
        return new Need(Set.of(tlds), Set.of(), HOUR);
    }

    @Test
    void n01_theAnswerCarriesItsEvidence() {
        try (Iana iana = iana(IanaTest::office)) {
            Authority answer = iana.lookUp(need(NL), NOW).get(NL);

            var known = assertInstanceOf(Authority.Known.class, answer);
            assertEquals(new Authority.Evidence("source", NOW, Digest.hex(office(NL)), office(NL)), known.evidence());
        }
    }

    @Test
    void anAnswerIsAskedForAgainOnlyWhenItIsTooOld() {
        try (Iana iana = iana(IanaTest::office)) {
            iana.lookUp(need(NL), NOW);
            iana.lookUp(need(NL), NOW.plus(Duration.ofMinutes(59)));
            assertEquals(List.of(NL), asked);

            Authority later = iana.lookUp(need(NL), NOW.plus(HOUR)).get(NL);

            assertEquals(List.of(NL, NL), asked);
            assertEquals(NOW.plus(HOUR), ((Authority.Known) later).evidence().at());
        }
    }

    @Test
    void anAgeOfNoughtAlwaysAsks() {
        try (Iana iana = iana(IanaTest::office)) {
            Need fresh = new Need(Set.of(NL), Set.of(), Duration.ZERO);

            iana.lookUp(fresh, NOW);
            iana.lookUp(fresh, NOW);

            assertEquals(List.of(NL, NL), asked);
        }
    }

    @Test
    void afterTheClockWasSetBackAnAnswerDoesNotLiveForEver() {
        try (Iana iana = iana(IanaTest::office)) {
            iana.lookUp(need(NL), NOW.plus(Duration.ofDays(30)));

            iana.lookUp(need(NL), NOW);

            assertEquals(List.of(NL, NL), asked);
        }
    }

    @Test
    void x29_aFailureIsUnreachableAndSpoilsNothing() {
        AtomicInteger times = new AtomicInteger();
        try (Iana iana = iana(tld -> {
            if (times.incrementAndGet() == 2) throw new IOException("no route");
            return office(tld);
        })) {
            iana.lookUp(need(NL), NOW);

            Authority failed = iana.lookUp(need(NL), NOW.plus(HOUR)).get(NL);

            assertEquals(new Authority.Unreachable("test: no route"), failed);
            assertEquals(Set.of(NL), iana.cachedFor(OFFICE));
            assertTrue(iana.lookUp(need(NL), NOW.plus(HOUR)).get(NL).address().isPresent());
        }
    }

    @Test
    void aSourceThatBreaksIsUnreachableToo() {
        try (Iana iana = iana(_ -> {
            throw new IllegalStateException("bug");
        })) {
            assertEquals(Map.of(NL, new Authority.Unreachable("test: bug")), iana.lookUp(need(NL), NOW));
        }
    }

    @Test
    void anUnknownCcTldIsNeverAskedFor() {
        try (Iana iana = iana(IanaTest::office)) {
            Authority answer = iana.lookUp(need(Tld.of("zz")), NOW).get(Tld.of("zz"));

            assertInstanceOf(Authority.NoSuchTld.class, answer);
            assertEquals(List.of(), asked);
        }
    }

    @Test
    void x15_anAddressBringsAllCcTldsItWasLastHeardFor() {
        try (Iana iana = iana(tld -> Records.of(tld.label(), tld.equals(NL) ? "other@registry.example" : "Office@Registry.example"))) {
            iana.lookUp(need(NL, IN, BHARAT), NOW);

            Map<Tld, Authority> found = iana.lookUp(new Need(Set.of(), Set.of(OFFICE), HOUR), NOW);

            assertEquals(Set.of(IN, BHARAT), found.keySet());
            assertEquals(3, asked.size());
        }
    }

    @Test
    void x15_anAddressUnderACcTldBringsThatOne() {
        try (Iana iana = iana(IanaTest::office)) {
            assertEquals(Set.of(NL), iana.lookUp(new Need(Set.of(), Set.of(Address.of("a@registry.nl")), HOUR), NOW).keySet());
            assertEquals(Set.of(), iana.lookUp(new Need(Set.of(), Set.of(Address.of("a@registry.zz")), HOUR), NOW).keySet());
        }
    }

    @Test
    void x15_aFolderIsKnownByAddressFromTheStart() throws IOException {
        Set<Tld> known = Set.of(NL, IN, BHARAT, Tld.of("xn--gecrj9c"));
        try (Iana iana = Iana.over(new Folder(Path.of("config/demo/iana")), known, NOW)) {
            assertEquals(Set.of(IN, BHARAT, Tld.of("xn--gecrj9c")), iana.cachedFor(Address.of("admin@in-registry.example")));
        }
    }

    @Test
    void what_was_stored_is_known_after_a_restart_unless_it_is_too_old_or_from_elsewhere() {
        Authority.Evidence stored = evidence("source", NOW.minus(Duration.ofMinutes(50)), Records.of("nl", "stored@registry.example"));
        Authority.Evidence old = evidence("source", NOW.minus(Duration.ofMinutes(70)), Records.of("be", "old@registry.example"));
        Authority.Evidence trial = evidence("folder", NOW.minus(Duration.ofMinutes(5)), Records.of("in", "trial@registry.example"));
        try (Iana iana = iana(IanaTest::office)) {
            iana.remember(List.of(stored, old, trial));

            Map<Tld, Authority> heard = iana.lookUp(need(NL, BE, IN), NOW);

            assertEquals(Optional.of(Address.of("stored@registry.example")), heard.get(NL).address());
            assertEquals(Optional.of(OFFICE), heard.get(BE).address());
            assertEquals(Optional.of(OFFICE), heard.get(IN).address());
            assertEquals(List.of(BE, IN), asked);
        }
    }

    private static Authority.Evidence evidence(String source, Instant at, String raw) {
        return new Authority.Evidence(source, at, Digest.hex(raw), raw);
    }

    @Test
    void allWhoWantTheSameCcTldShareOneQuestion() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (Iana iana = iana(tld -> {
            await(answer);
            return office(tld);
        })) {
            List<Thread> askers = new ArrayList<>();
            List<Authority> answers = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 5; i++) askers.add(Thread.ofPlatform().start(() -> answers.addAll(iana.lookUp(need(NL), NOW).values())));
            for (Thread asker : askers) while (asker.getState() != Thread.State.WAITING) Thread.onSpinWait();

            answer.countDown();
            for (Thread asker : askers) asker.join();

            assertEquals(List.of(NL), asked);
            assertEquals(5, answers.size());
            assertEquals(1, Set.copyOf(answers).size());
        }
    }

    @Test
    void oneQuestionIsAskedAtATimeAndNeverInAHurry() throws Exception {
        AtomicInteger open = new AtomicInteger();
        List<String> crowded = Collections.synchronizedList(new ArrayList<>());
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        Duration gap = Duration.ofMillis(30);
        Source source = tld -> {
            times.add(System.nanoTime());
            if (open.incrementAndGet() > 1) crowded.add(tld.label());
            open.decrementAndGet();
            return office(tld);
        };
        try (Iana iana = new Iana(new Enquiry.One(Line.local("test", source)), KNOWN, gap, false); var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Tld tld : KNOWN) all.add(askers.submit(() -> iana.lookUp(need(tld), NOW)));
            for (Future<?> one : all) one.get();
        }

        assertEquals(List.of(), crowded);
        assertEquals(4, times.size());
        for (int i = 1; i < times.size(); i++) assertTrue(times.get(i) - times.get(i - 1) >= gap.toNanos(), times.toString());
    }

    @Test
    void closingEndsTheWaiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<Authority> answers = Collections.synchronizedList(new ArrayList<>());
        Iana iana = iana(tld -> {
            begun.countDown();
            await(never);
            return office(tld);
        });
        Thread asker = Thread.ofPlatform().start(() -> answers.addAll(iana.lookUp(need(NL, BE), NOW).values()));
        begun.await();
        while (asker.getState() != Thread.State.WAITING) Thread.onSpinWait();

        iana.close();
        asker.join();

        var stopping = new Authority.Unreachable("the robot is stopping");
        assertEquals(List.of(stopping, stopping), answers);
        assertEquals(stopping, iana.lookUp(need(IN), NOW).get(IN));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }
}
