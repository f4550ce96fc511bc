package tldops.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import tldops.Composition;
import tldops.Config;
import tldops.Rota;
import tldops.calendar.CcTlds;
import tldops.core.Address;
import tldops.core.Authentication;
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
import tldops.mail.MailReader;
import tldops.trust.AuthenticationResults;
import tldops.trust.SignedMail;

/// The rooms around the core as functions, so that stories can be played without a database.
///
/// @param clock what holds deadlines back
/// @param duties when each falls due next after a time
/// @param read how a mail that came in at a time reads
/// @param compose the very bytes of a letter that leaves at a time
record Rooms(Rules rules, Config.Clock clock, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties, Reader read, BiFunction<Letter, Instant, byte[]> compose) {
    private static final Map<Tld, CcTld> CCTLDS = ccTlds();

    @FunctionalInterface
    interface Reader {
        /// @param keys on file for an address
        Reading read(Act.Mailed mailed, Instant arrived, Function<Address, List<SigningKey>> keys);
    }

    /// A mail and what it asks for.
    record Reading(Mail mail, Request request) {}

    /// As the daemon puts them together.
    static Rooms of(Config config) {
        Rules rules = config.rules(CCTLDS);
        Wording wording = new Wording(Optional.empty(), rules, Map.of(Language.EN, config.secretariat().name(), Language.FR, config.secretariat().name()));
        var believed = new AuthenticationResults.Settings(Set.copyOf(config.smtp().authservIds()), Set.copyOf(config.smtp().borderHosts()));
        Map<Act.Mailed, Long> inbox = new ConcurrentHashMap<>();
        Map<Long, byte[]> raw = new ConcurrentHashMap<>();
        return new Rooms(
                rules,
                config.clock(),
                Rota.of(config),
                (mailed, arrived, keys) -> {
                    long number = inbox.computeIfAbsent(mailed, _ -> inbox.size() + 1L);
                    raw.put(number, mailed.raw());
                    Envelope envelope = new Envelope("smtp", mailed.trusted(), mailed.returnPath(), mailed.recipients(), "127.0.0.1");
                    var reading = MailReader.read(mailed.raw(), envelope, number, arrived, rules.list(), rules.secretariat());
                    Authentication sure = AuthenticationResults.judge(reading.headers(), reading.mail().from(), believed, mailed.trusted(), arrived);
                    var judged = SignedMail.judged(new tldops.mail.Reading(reading.mail().judged(sure), reading.request(), reading.headers()), mailed.raw(), keys, rules.list());
                    return new Reading(judged.mail(), judged.request());
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
