package tldops.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import tldops.Composition;
import tldops.Config;
import tldops.Judges;
import tldops.Rota;
import tldops.calendar.CcTlds;
import tldops.core.Address;
import tldops.core.Carried;
import tldops.core.CcTld;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.PostContent;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.SigningKey;
import tldops.core.Tld;
import tldops.letters.Wording;
import tldops.trust.Dns;

/// The rooms around the core as functions, so that stories can be played without a database.
///
/// @param clock what holds deadlines back
/// @param unjudged how long a mail waits for the DNS
/// @param duties when each falls due next after a time
/// @param read how a mail that came in at a time reads, by what the DNS says now
/// @param compose the very bytes of a letter that leaves at a time
record Rooms(Rules rules, Config.Clock clock, Duration unjudged, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties, Reads read, BiFunction<Letter, Instant, byte[]> compose) {
    private static final Map<Tld, CcTld> CCTLDS = ccTlds();

    @FunctionalInterface
    interface Reads {
        /// @param keys on file for an address
        Reading apply(Act.Mailed mailed, Instant arrived, Dns dns, Function<Address, List<SigningKey>> keys);
    }

    /// A mail and what it asks for.
    record Reading(Mail mail, Request request) {}

    /// As the daemon puts them together.
    static Rooms of(Config config) {
        Rules rules = config.rules(CCTLDS);
        Wording wording = new Wording(Optional.empty(), rules, Map.of(Language.EN, config.secretariat().name(), Language.FR, config.secretariat().name()));
        Map<Act.Mailed, Long> inbox = new ConcurrentHashMap<>();
        Map<Long, byte[]> raw = new ConcurrentHashMap<>();
        return new Rooms(
                rules,
                config.clock(),
                config.dns().unreachableLimit(),
                Rota.of(config),
                (mailed, arrived, dns, keys) -> {
                    long number = inbox.computeIfAbsent(mailed, _ -> inbox.size() + 1L);
                    raw.put(number, mailed.raw());
                    Envelope envelope = new Envelope(mailed.door().name().toLowerCase(Locale.ROOT), mailed.trusted(), mailed.returnPath(), mailed.recipients(), mailed.client(), mailed.helo());
                    var reading = new Judges(config, rules, dns, keys).whole(envelope, number, arrived, mailed.raw());
                    return new Reading(reading.mail(), reading.request());
                },
                (letter, date) -> Composition.composed(letter, wording, rules, date, "1", number -> Optional.ofNullable(raw.get(number)), Optional.empty()).bytes());
    }

    private static Map<Tld, CcTld> ccTlds() {
        try (InputStream names = Rooms.class.getResourceAsStream("/config/cctlds.tsv"); InputStream countries = Rooms.class.getResourceAsStream("/config/countries.tsv")) {
            return CcTlds.load(new InputStreamReader(names, StandardCharsets.UTF_8), new InputStreamReader(countries, StandardCharsets.UTF_8), 2026, 2028);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
