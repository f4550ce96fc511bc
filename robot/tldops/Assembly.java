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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tldops.calendar.CcTlds;
import tldops.core.Address;
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
import tldops.iana.Whois;
import tldops.intake.Authorities;
import tldops.letters.Wording;
import tldops.mail.Composer;
import tldops.mail.Masking;
import tldops.mail.Signing;
import tldops.store.Store;
import tldops.trust.Dns;
import tldops.trust.Nameservers;

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
        Judges judges = judges(keys);
        return new Rooms((row, bytes) -> judges.read(row.envelope(), row.id(), row.at(), bytes), (row, bytes, read) -> judges.judged(row.envelope(), row.at(), bytes, read), need -> iana.lookUp(need, clock.get()), composing(clock, robot, raw), Masking::masked, clock, chance);
    }

    Rooms.Limits limits() {
        return new Rooms.Limits(Rooms.Limits.USUAL.reading(), Rooms.Limits.USUAL.lookUp(), config.iana().unreachableLimit(), config.dns().unreachableLimit());
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
        return Line.to("RDAP", new Rdap(settings.rdap(), Authorities.context(settings.authorities()), new Rdap.Settings(CONNECT, TOTAL, Source.MAX_BYTES, clock)), settings.perDay());
    }

    private static Line whois(Config.Iana settings) {
        return Line.to("WHOIS", new Whois(settings.host(), settings.port(), CONNECT, TOTAL, Source.MAX_BYTES), settings.perDay());
    }

    /// Who tells how sure we are of a sender; name servers are for those doors alone that judge by them.
    ///
    /// @param keys on file for an address (R012)
    Judges judges(Function<Address, List<SigningKey>> keys) {
        Dns dns = config.asksDns() ? Nameservers.of(config.dns().servers(), config.dns().timeout()) : (name, _) -> new Dns.Answer.Silent("nobody is asked about " + name);
        return new Judges(config, rules, dns, keys);
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
