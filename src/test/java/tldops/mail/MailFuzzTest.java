package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Bearer;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Request;
import tldops.core.Worded;
import tldops.fuzz.Sound;

/// A whole mail, whatever it is made of (MAIL_RULES 28-30): how it reads, what is kept of it, and the answer it gets.
class MailFuzzTest {
    private static final Set<String> OURS = Set.of("date", "from", "reply-to", "to", "message-id", "in-reply-to", "references", "subject", "mime-version", "content-type",
            "content-transfer-encoding", "auto-submitted", "x-auto-response-suppress", "x-tld-ops-robot", "x-tld-ops-case");

    static Stream<byte[]> specimens() {
        return Sound.seeds(Specimen.all().map(Specimen::raw));
    }

    @MethodSource("specimens")
    @FuzzTest
    void mail(byte[] raw) {
        Reading reading = Sound.twice(() -> Specimen.read(raw));
        Mail mail = reading.mail();
        assertSame(Authentication.Sureness.UNAUTHENTICATED, mail.authentication().sureness(), "reading alone proves nobody");
        addresses(mail).forEach(Sound::address);
        mail.from().ifPresent(from -> oneFrom(from, reading));
        Sound.line(mail.subject());
        Sound.line(mail.messageId());
        Sound.lines(mail.text());
        mail.shown().forEach(Sound::line);
        Sound.request(reading.request());
        assertTrue(mail.text().length() <= 70_000 && mail.messageId().length() <= 250 && mail.shown().size() <= 5, "larger than it may get");
        kept(raw, reading);
        answered(mail);
    }

    private static Stream<Address> addresses(Mail mail) {
        return Stream.of(mail.from().stream(), mail.redirectedBy().stream(), mail.visible().stream()).flatMap(each -> each);
    }

    /// MAIL_RULES 6, 7: exactly one field, and the address stands in it.
    private static void oneFrom(Address from, Reading reading) {
        if (reading.mail().redirectedBy().isPresent()) return;
        List<String> fields = reading.headers().stream().filter(field -> field.name().strip().equalsIgnoreCase("From")).map(Header::value).toList();
        assertEquals(1, fields.size(), "From is believed though there are several");
        assertTrue(fields.getFirst().contains(from.local()), () -> from + " does not stand in " + fields);
    }

    /// MAIL_RULES 33: of what is kept nobody learns a secret, neither by reading it nor by being shown it.
    private static void kept(byte[] raw, Reading reading) {
        byte[] masked = Masking.masked(raw, reading);
        String left = new String(masked, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String shown = Shown.of(masked).masked().page().toLowerCase(Locale.ROOT);
        for (Bearer bearer : reading.mail().bearers()) {
            assertFalse(left.contains(bearer.token().secret()), "a secret is kept");
            assertFalse(shown.contains(bearer.token().secret()), "a secret is shown");
        }
        Reading again = Specimen.read(masked);
        Set<String> secrets = secrets(reading);
        assertTrue(secrets(again).stream().noneMatch(secrets::contains), "a secret can be read from what is kept");
    }

    private static Set<String> secrets(Reading reading) {
        List<Request.Command> said = switch (reading.request()) {
            case Request.Commands commands -> commands.commands();
            case Request.Post post -> post.commands();
            default -> List.of();
        };
        Stream<String> passwords = said.stream().flatMap(command -> command instanceof Request.Command.Who(var password, _) ? password.stream() : Stream.empty()).filter(password -> !password.contains("*"));
        return Stream.concat(passwords, reading.mail().bearers().stream().map(bearer -> bearer.token().secret())).collect(Collectors.toSet());
    }

    /// MAIL_RULES 19, 30: an answer has the fields that we write, each once, whatever stood in the mail.
    private static void answered(Mail mail) {
        if (mail.from().isEmpty()) return;
        Letter letter = new Letter("qv8m3k2j7h6g5f4d3s2a", new Content.Results(false, List.of(), List.of()), Language.EN, List.of(mail.from().get()), List.of(), Optional.empty(), true,
                Optional.of(mail.messageId()).filter(id -> !id.isEmpty()), 0, Letter.Envelope.NULL, false, false, Instant.EPOCH);
        byte[] answer = Composer.compose(letter, new Worded("Re: " + mail.subject(), mail.text()), Specimen.OWN, Specimen.NOW, "1", Optional.empty());
        Headers headers = Headers.parse(answer, 0, answer.length);
        List<String> names = headers.list().stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList();
        assertTrue(OURS.containsAll(names), () -> "a field that we did not write: " + names);
        assertEquals(names.size(), Set.copyOf(names).size(), () -> "a field twice: " + names);
        assertEquals(List.of(mail.from().get().toString()), headers.all("To"));
        for (byte one : answer) assertTrue(one > 0, "not ASCII, or a NUL");
        String text = new String(answer, StandardCharsets.US_ASCII);
        assertFalse(text.replace("\r\n", "").contains("\r") || text.replace("\r\n", "").contains("\n"), "a bare CR or LF");
        assertTrue(text.lines().allMatch(line -> line.length() <= 998), "a line that is too long");
    }
}
