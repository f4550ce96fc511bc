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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Digest;
import tldops.core.Need;
import tldops.core.Tld;

/// How often IANA's servers are asked, and what is remembered of both (MAIL_RULES 11, IANA_DATA 3).
@Timeout(60)
class IanaPaceTest {
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Tld NL = Tld.of("nl");
    private static final Tld BE = Tld.of("be");
    private static final Set<Tld> KNOWN = Set.of(NL, BE);
    private static final Address OFFICE = Address.of("office@registry.example");

    private final List<Tld> asked = Collections.synchronizedList(new ArrayList<>());

    private static String office(Tld tld) {
        return Records.of(tld.label(), OFFICE.toString());
    }

    private static Need need(Tld... tlds) {
        return new Need(Set.of(tlds), Set.of(), HOUR);
    }

    private static Authority.Evidence evidence(String source, Instant at, String raw) {
        return new Authority.Evidence(source, at, Digest.hex(raw), raw);
    }

    @Test
    void both_answers_are_known_after_a_restart_and_one_alone_is_not() {
        Authority.Evidence rdap = evidence("https://rdap.test/domain/nl", NOW.minusSeconds(60), RdapRecords.of(NL, OFFICE.toString()));
        Authority.Evidence whois = evidence("whois.test", NOW.minusSeconds(60), office(NL));
        Authority.Evidence alone = evidence("https://rdap.test/domain/be", NOW.minusSeconds(60), RdapRecords.of(BE, OFFICE.toString()));
        try (Iana iana = new Iana(new Enquiry.Two(Line.to("RDAP", at("https://rdap.test/domain/"), 100), Line.to("WHOIS", at("whois.test"), 100)), KNOWN, Duration.ZERO, true)) {
            iana.remember(List.of(rdap, whois, alone));

            Map<Tld, Authority> heard = iana.lookUp(need(NL, BE), NOW);

            assertEquals(List.of(rdap.with(whois), whois), heard.get(NL).answers());
            assertInstanceOf(Authority.Unreachable.class, heard.get(BE));
            assertEquals(List.of(BE), asked);
        }
    }

    /// Answers nothing.
    private Source at(String where) {
        return new Source() {
            @Override
            public String ask(Tld tld) throws IOException {
                asked.add(tld);
                throw new IOException("away");
            }

            @Override
            public String where(Tld tld) {
                return where.startsWith("https:") ? where + tld.label() : where;
            }
        };
    }

    /// IANA_DATA 3: a thousand mails in a day without any proof are no more questions than there are ccTLDs.
    @Test
    void rule_11_attack_unauthenticated_mail_is_no_amplifier() throws IOException {
        Set<Tld> all = new Folder(Path.of("config/demo/iana")).tlds();
        Need theirs = new Need(all, Set.of(), Duration.ofHours(24));
        try (Iana iana = new Iana(new Enquiry.One(Line.to("test", tld -> {
            asked.add(tld);
            return office(tld);
        }, 10_000)), all, Duration.ZERO, true)) {
            for (int mail = 0; mail < 1_000; mail++) iana.lookUp(theirs, NOW.plusSeconds(86L * mail));

            assertEquals(all.size(), asked.size());
        }
    }

    /// Neither are they when nobody answers, or the two differ: then pauses grow to an hour.
    @Test
    void rule_11_attack_nor_when_iana_is_away_or_differs() {
        for (String second : List.of("", Records.of("NL", "eve@evil.example"))) {
            asked.clear();
            Line rdap = Line.to("RDAP", tld -> {
                asked.add(tld);
                if (second.isEmpty()) throw new IOException("away");
                return RdapRecords.of(tld, OFFICE.toString());
            }, 10_000);
            try (Iana iana = new Iana(new Enquiry.Two(rdap, Line.to("WHOIS", _ -> second, 10_000)), KNOWN, Duration.ZERO, true)) {
                for (int mail = 0; mail < 1_000; mail++) iana.lookUp(new Need(Set.of(NL), Set.of(), Duration.ofHours(24)), NOW.plusSeconds(86L * mail));

                assertTrue(asked.size() >= 20 && asked.size() <= 31, second + asked.size());
                assertEquals(second.isEmpty() ? Set.of() : Set.of(NL), iana.disputed());
            }
        }
    }

    @Test
    void rule_11_near_miss_what_was_heard_before_they_differed_is_not_believed_any_more() {
        AtomicInteger times = new AtomicInteger();
        Line whois = Line.local("WHOIS", tld -> times.incrementAndGet() == 2 ? Records.of("NL", "eve@evil.example") : office(tld));
        try (Iana iana = new Iana(new Enquiry.Two(Line.local("RDAP", tld -> RdapRecords.of(tld, OFFICE.toString())), whois), KNOWN, Duration.ZERO, true)) {
            assertEquals(Optional.of(OFFICE), iana.lookUp(need(NL), NOW).get(NL).address());
            assertInstanceOf(Authority.Disputed.class, iana.lookUp(need(NL), NOW.plus(HOUR)).get(NL));

            Authority lenient = iana.lookUp(new Need(Set.of(NL), Set.of(), Duration.ofDays(1)), NOW.plus(HOUR).plusSeconds(10)).get(NL);

            assertInstanceOf(Authority.Disputed.class, lenient);
            assertEquals(Optional.of(OFFICE), iana.lookUp(need(NL), NOW.plus(HOUR).plusSeconds(60)).get(NL).address());
            assertEquals(Set.of(), iana.disputed());
        }
    }
}
