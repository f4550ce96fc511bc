package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.Composition;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Moment;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Tld;
import tldops.letters.Wording;

/// The bytes of an edition (N15, R114), and who gets one (P5).
class EditionTest {
    private static final Instant FIRST = Instant.parse("2027-02-01T08:00:00Z");

    @TempDir
    private Path folder;

    private Rules rules;
    private Registry registry;
    private Wording wording;

    @BeforeEach
    void an_empty_list() throws Exception {
        rules = Rooms.of(StoryConfig.of(new Story(Path.of("src/test/conversations/none.md"), List.of(), List.of()), folder, List.of())).rules();
        registry = new Registry(rules);
        wording = new Wording(Optional.empty(), rules, Map.of(Language.EN, "Secretariat", Language.FR, "Secrétariat"));
    }

    private void member(String tld, int rank, String name, String address, Language language, Options options) {
        Person person = new Person(name, List.of(Address.of(address)), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        Member member = new Member(Tld.of(tld), rank, person, language, FIRST.minusSeconds(86_400), Optional.of(FIRST.minusSeconds(1)), "proof " + tld + address, false, FIRST.minusSeconds(1), Optional.empty(), 1);
        registry.apply(new Change.MemberSaved(member.with(options)));
    }

    private List<Letter> letters(Event.Duty duty) {
        Decision decision = Decide.on(registry, new Event.Due(duty, "test"), new Moment(FIRST, new byte[32]));
        registry.apply(decision.changes());
        return decision.letters();
    }

    private tldops.mail.Composer.Composed composed(Letter letter) {
        return Composition.composed(letter, wording, rules, FIRST, "1", _ -> Optional.empty(), Optional.empty());
    }

    private static byte[] shared(tldops.mail.Composer.Composed letter) {
        return Arrays.copyOfRange(letter.bytes(), letter.own(), letter.bytes().length);
    }

    private static List<Object> parts(byte[] bytes) throws Exception {
        MimeMultipart all = (MimeMultipart) new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)).getContent();
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < all.getCount(); i++)
            parts.add(i == 0 ? all.getBodyPart(i).getContent() : new String(all.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return parts;
    }

    @Test
    void what_all_get_alike_is_the_same_bytes_at_the_end_of_each_letter() throws Exception {
        member("nl", 1, "Anna Vermeer", "anna@registry.example", Language.EN, Options.USUAL);
        member("nl", 2, "Bram = de Wit", "bram@registry.example", Language.EN, Options.USUAL);
        member("cn", 1, "王伟", "wang@registry.test", Language.EN, Options.USUAL);

        List<tldops.mail.Composer.Composed> composed = letters(Event.Duty.REMINDER).stream().map(this::composed).toList();

        assertThat(composed).hasSize(3).allSatisfy(each -> assertThat(shared(each)).isEqualTo(shared(composed.getFirst())));
        assertThat(composed).allSatisfy(each -> assertThat(each.own()).isLessThan(3_000));
        assertThat((String) parts(composed.get(1).bytes()).getFirst()).contains("Dear Bram = de Wit,", "Reference: ", "*** FULL LIST", "wang@registry.test (王伟, ");
    }

    @Test
    void the_hash_is_that_of_the_printed_lines() throws Exception {
        member("nl", 1, "Ánna\u00a0 Vermeer", "anna@registry.example", Language.EN, Options.USUAL);
        member("cn", 1, "王伟", "wang@registry.test", Language.FR, Options.USUAL);

        for (Letter letter : letters(Event.Duty.REMINDER)) {
            String text = ((String) parts(composed(letter).bytes()).getFirst()).replace("\r\n", "\n");
            String begin = "--- begin edition 1 ---\n";
            String printed = text.substring(text.indexOf(begin) + begin.length(), text.indexOf("--- end edition 1 ---"));

            assertThat(printed.lines()).hasSize(2);
            assertThat(text).contains("\n" + Digest.hex(printed) + "\n"); // N15
        }
    }

    @Test
    void the_list_is_attached_as_vcards_and_as_a_table() throws Exception {
        member("nl", 1, "Vermeer, Anna", "anna@registry.example", Language.EN, Options.USUAL);

        List<Object> parts = parts(composed(letters(Event.Duty.REMINDER).getFirst()).bytes());

        assertThat((String) parts.get(1)).startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n").contains("FN:Vermeer\\, Anna\r\n", ":anna@registry.example\r\n", "NOTE:TLP:AMBER"); // R114, L50
        assertThat((String) parts.get(2)).contains("TLP:AMBER,.nl,nl,1,\"Vermeer, Anna\",anna@registry.example,,+31 6 12345678,'+31612345678,"); // R114, R003
    }

    @Test
    void who_is_away_gets_none_and_who_serves_two_gets_one() {
        member("nl", 1, "Anna Vermeer", "anna@registry.example", Language.EN, Options.USUAL);
        member("be", 1, "Anna Vermeer", "anna@registry.example", Language.EN, Options.USUAL);
        member("nl", 2, "Bram de Wit", "bram@registry.example", Language.EN, Options.USUAL.away(Optional.of(new Options.Away(LocalDate.of(2027, 2, 1), 0))));

        List<Letter> notification = letters(Event.Duty.NOTIFICATION);
        List<Letter> reminder = letters(Event.Duty.REMINDER);

        assertThat(notification).singleElement().satisfies(letter -> assertThat(letter.subscribers()).containsExactly(Address.of("anna@registry.example"))); // P5
        assertThat(reminder).singleElement().satisfies(letter -> assertThat(letter.subscribers()).containsExactly(Address.of("anna@registry.example"))); // N22
        assertThat(wording.word(reminder.getFirst()).text()).contains("(Anna Vermeer, +31 6 12345678, .be)", "(Anna Vermeer, +31 6 12345678, .nl)");
        assertThat(notification).allMatch(Letter::bulletin);
    }
}
