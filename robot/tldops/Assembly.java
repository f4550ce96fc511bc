package tldops;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tldops.calendar.CcTlds;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.CcTld;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Rules;
import tldops.core.SigningKey;
import tldops.core.Tld;
import tldops.iana.Enquiry;
import tldops.iana.Folder;
import tldops.iana.Iana;
import tldops.iana.Line;
import tldops.iana.Rdap;
import tldops.iana.Source;
import tldops.iana.Trust;
import tldops.iana.Whois;
import tldops.letters.Wording;
import tldops.mail.Composer;
import tldops.mail.Header;
import tldops.mail.MailReader;
import tldops.mail.Masking;
import tldops.mail.Reading;
import tldops.mail.Signing;
import tldops.store.Inbox;
import tldops.store.Store;
import tldops.trust.AuthenticationResults;
import tldops.trust.SignedMail;

/// Puts together, from the configuration, what reads, looks up and words; the daemon and `tldops explain` share it.
///
/// @param signing the DKIM key, where one is configured
record Assembly(Config config, Rules rules, Wording wording, Optional<Signing> signing) {
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// Of one question; both sources together stay below [Rooms.Limits#lookUp].
    private static final Duration TOTAL = Duration.ofSeconds(25);

    /// @throws IOException when the DKIM key can not be read
    /// @throws IllegalArgumentException naming what is wrong with a template of the operator's own, or with the key
    static Assembly of(Config config) throws IOException {
        Rules rules = rules(config);
        String secretariat = config.secretariat().name();
        Wording wording = new Wording(config.letterOverrides(), rules, Map.of(Language.EN, secretariat, Language.FR, secretariat));
        return new Assembly(config, rules, wording, signing(config));
    }

    /// What decisions rest on, with the calendars of all countries.
    static Rules rules(Config config) {
        return config.rules(ccTlds());
    }

    private static Map<Tld, CcTld> ccTlds() {
        try (InputStream names = resource("/config/cctlds.tsv"); InputStream countries = resource("/config/countries.tsv")) {
            return CcTlds.load(new InputStreamReader(names, StandardCharsets.UTF_8), new InputStreamReader(countries, StandardCharsets.UTF_8), FIRST_YEAR, LAST_YEAR);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Assembly.class.getResourceAsStream(name), name);
    }

    private static Optional<Signing> signing(Config config) throws IOException {
        if (config.dkim().isEmpty()) return Optional.empty();
        Config.Dkim dkim = config.dkim().get();
        return Optional.of(new Signing(dkim.domain(), dkim.selector(), Signing.key(Files.readString(dkim.key()))));
    }

    /// @param robot the id that the letters bear
    ///
    /// @param raw the bytes of an inbox row, for posts
    /// @param keys on file for an address (R012)
    Rooms rooms(Iana iana, Supplier<Instant> clock, RandomGenerator chance, String robot, LongFunction<Optional<byte[]>> raw, Function<Address, List<SigningKey>> keys) {
        BiFunction<Inbox.Row, byte[], Reading> reading = reading();
        return new Rooms((row, bytes) -> SignedMail.judged(reading.apply(row, bytes), bytes, keys, rules.list()), need -> iana.lookUp(need, clock.get()), composing(clock, robot, raw), Masking::masked, clock, chance);
    }

    Rooms.Limits limits() {
        return new Rooms.Limits(Rooms.Limits.USUAL.reading(), Rooms.Limits.USUAL.lookUp(), config.iana().unreachableLimit());
    }

    /// Where admin contacts are looked up; what an earlier run has kept of a server's answers is known from the start.
    Iana iana(Supplier<Instant> clock, Store store) throws IOException {
        Iana iana = iana(clock);
        if (config.iana().source() != Config.Iana.Source.FOLDER) iana.remember(store.journals().evidenceSince(clock.get().minus(config.iana().maxAgeOther())));
        return iana;
    }

    private Iana iana(Supplier<Instant> clock) throws IOException {
        Set<Tld> known = rules.ccTlds().keySet();
        Config.Iana settings = config.iana();
        return switch (settings.source()) {
            case RDAP -> new Iana(new Enquiry.Two(rdap(settings, clock), whois(settings)), known, settings.pace(), true);
            case WHOIS -> new Iana(new Enquiry.One(whois(settings)), known, settings.pace(), true);
            case FOLDER -> {
                Path folder = Files.createDirectories(settings.folder());
                yield Iana.over(new Folder(folder), known, clock.get());
            }
        };
    }

    private static Line rdap(Config.Iana settings, Supplier<Instant> clock) throws IOException {
        return Line.to("RDAP", new Rdap(settings.rdap(), Trust.context(settings.authorities()), new Rdap.Settings(CONNECT, TOTAL, Source.MAX_BYTES, clock)), settings.perDay());
    }

    private static Line whois(Config.Iana settings) {
        return Line.to("WHOIS", new Whois(settings.host(), settings.port(), CONNECT, TOTAL, Source.MAX_BYTES), settings.perDay());
    }

    /// Bytes to meaning, with the trust in the sender judged by the door's rules (MAIL_RULES 1).
    BiFunction<Inbox.Row, byte[], Reading> reading() {
        Map<String, AuthenticationResults.Settings> believed = Map.of(
                "smtp", believed(config.smtp().authservIds(), config.smtp().borderHosts()),
                "lmtp", believed(config.lmtp().authservIds(), config.lmtp().borderHosts()),
                "imap", believed(config.imap().authservIds(), config.imap().borderHosts()),
                "pipe", believed(config.pipe().authservIds(), config.pipe().borderHosts()));
        // doors that put the robot's own trace line on top
        Set<String> traced = Set.of("smtp", "lmtp");
        return (row, raw) -> {
            Reading read = MailReader.read(raw, row.envelope(), row.id(), row.at(), rules.list(), rules.secretariat());
            String door = row.envelope().door();
            List<Header> headers = traced.contains(door) ? AuthenticationResults.handedOver(read.headers(), config.list().domain()) : read.headers();
            Optional<Address> from = read.mail().redirectedBy().or(read.mail()::from);
            // what the Secretariat resent has another's From, for which its own server can not pass; it leads to a question at most (X06)
            boolean resent = read.mail().redirectedBy().isPresent() && read.mail().redirectedBy().filter(by -> writtenBy(headers, by)).isEmpty();
            Authentication sure = resent ? Authentication.none("resent by the Secretariat (X06)")
                    : AuthenticationResults.judge(headers, from, believed.getOrDefault(door, believed(List.of(), List.of())), row.envelope().trusted(), row.at());
            return new Reading(read.mail().judged(sure), read.request(), read.headers());
        };
    }

    private static AuthenticationResults.Settings believed(List<String> authservIds, List<String> borderHosts) {
        return new AuthenticationResults.Settings(Set.copyOf(authservIds), Set.copyOf(borderHosts));
    }

    private static boolean writtenBy(List<Header> headers, Address address) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("From") && header.value().toLowerCase(Locale.ROOT).contains(address.key()));
    }

    /// A letter to the bytes that go out.
    ///
    /// @param raw the bytes of an inbox row: a post leaves as it came
    Function<Letter, Store.Composed> composing(Supplier<Instant> clock, String robot, LongFunction<Optional<byte[]>> raw) {
        return letter -> {
            Composer.Composed composed = Composition.composed(letter, wording, rules, clock.get(), robot, raw, signing);
            List<Address> recipients = new ArrayList<>(letter.subscribers());
            if (recipients.isEmpty()) {
                recipients.addAll(letter.to());
                recipients.addAll(letter.cc());
            }
            return Store.Composed.of(letter, Composer.envelopeFrom(letter, rules.list()), recipients, Composition.messageId(letter, rules), composed.bytes(), composed.own());
        };
    }
}
