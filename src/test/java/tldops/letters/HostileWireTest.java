package tldops.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Rules;
import tldops.mail.Cards;
import tldops.mail.Composer;
import tldops.mail.RosterCsv;

/// Every text of every letter that could come from outside is hostile here; the bytes that leave hold one letter with our
/// own header, whatever it was (MAIL_RULES 30, CVE-2025-7962).
class HostileWireTest {
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final Instant DATE = Instant.parse("2026-03-09T08:05:07Z");
    private static final Wording WORDING = new Wording(Optional.empty(), Samples.RULES, Samples.SECRETARIAT);

    /// What a stranger would like to see in a header, or in a command of SMTP.
    private static final List<String> HOSTILE = List.of(
            "x\r\nBcc: planted@evil.example\r\nX-Planted: 1", "x\nX-Planted: 1", "x\rX-Planted: 1", "x\u0000y\u0007z\u001b[31m", "x\u0085X-Planted: 1\u2028X-Planted: 1\u2029X-Planted: 1",
            "x\u760d\u760aX-Planted: 1\u010d\u010aX-Planted: 1", "x\u202eevil\u2066\u200b\u2060\ufeff", "x\ud800y", "x\r\n.\r\nMAIL FROM:<planted@evil.example>\r\n", "=?utf-8?Q?x=0D=0AX-Planted:_1?=",
            "y".repeat(5_000), "\u65e5".repeat(2_000), "x\"><planted@evil.example>", "x\r\n\r\n--b\r\nX-Planted: 1");

    static Stream<Arguments> everything() {
        return Samples.all().entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void rule_30_attack_no_text_of_any_letter_becomes_a_line_of_its_header(String name, Content content) {
        for (String hostile : HOSTILE) {
            Content poisoned = (Content) poisoned(content, hostile);
            for (Language language : Language.values()) {
                Letter letter = Samples.letter(poisoned, language);
                String mail = new String(Composer.compose(letter, WORDING.word(letter), OWN, DATE, "1", Optional.empty()), StandardCharsets.ISO_8859_1);
                String header = mail.substring(0, mail.indexOf("\r\n\r\n"));

                assertThat(header.lines().map(line -> line.split("[: ]")[0].toLowerCase()).toList()).as("%s %s", name, hostile).doesNotContain("bcc", "x-planted", "mail");
                assertThat(header.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7f) || c == '\t')).as("%s %s: %s", name, hostile, header).isTrue();
                assertThat(header.lines().allMatch(line -> line.length() <= 998)).as("%s %s", name, hostile).isTrue();
                assertThat(mail.replace("\r\n", "")).as("%s %s", name, hostile).doesNotContain("\r", "\n", "\u0000");
                assertThat(header.lines().filter(line -> line.startsWith("Subject:")).count()).isEqualTo(1);
            }
        }
    }

    @Test
    void rule_30_pass_letters_that_people_write_arrive_as_they_are() {
        Person person = new Person("J\u00fcrgen M\u00fcller-L\u00fcdenscheidt", Samples.JAN.addresses(), Samples.JAN.phone());

        assertThat(WORDING.word(Samples.letter(new Content.AuthenticationRequest(Samples.NL, person, true, List.of(), Samples.LAST, false, false), Language.EN)).text()).contains("\nName: J\u00fcrgen M\u00fcller-L\u00fcdenscheidt\n");
    }

    @Test
    void rule_30_near_miss_han_letters_in_a_name_stay_han_letters() {
        Person person = new Person("\u760d\u760a", Samples.JAN.addresses(), Samples.JAN.phone());
        Letter letter = Samples.letter(new Content.AuthenticationRequest(Samples.NL, person, true, List.of(), Samples.LAST, false, false), Language.EN);

        String mail = new String(Composer.compose(letter, WORDING.word(letter), OWN, DATE, "1", Optional.empty()), StandardCharsets.US_ASCII);

        assertThat(WORDING.word(letter).subject()).contains("\u760d\u760a");
        assertThat(mail.substring(0, mail.indexOf("\r\n\r\n"))).contains("Subject: =?").doesNotContain("\u760d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u760d\u760aRCPT TO:<b@evil.example>@nic.example", "a\r\nRCPT TO:<b@evil.example>@nic.example", "a@nic.example\r\nX: 1", "a\u010d\u010a@nic.example", "\"a b\"@nic.example", "a@[192.0.2.1]",
            "a@nic.example>", "<a@nic.example", "a b@nic.example", "a@nic.example.", "@r.example:a@nic.example", "a@nic_.example", "a\u0000@nic.example", "\u0430@nic.example"})
    void rule_30_attack_no_such_address_is_ever_written_to(String address) {
        assertThat(Address.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u760d\u760ab", "a\r\nRCPT TO:<b", "a b", "a>b", "a\u202e"})
    void rule_30_attack_one_that_was_made_past_the_reading_is_not_either(String local) {
        for (Address bad : List.of(new Address(local, "nic.example"), new Address("a", local))) {
            Content content = new Content.TooLate(Samples.NL);
            Letter letter = new Letter("id", content, Language.EN, List.of(bad), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.NULL, false, false, DATE);

            assertThatThrownBy(() -> Composer.compose(letter, WORDING.word(letter), OWN, DATE, "1", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void rule_30_attack_cards_and_tables_hold_a_line_for_a_line() {
        for (String hostile : HOSTILE) {
            Member member = Samples.member(1, new Person(hostile + "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Planted", Samples.JAN.addresses(), new Phone("=1+1", "+31655501234", true, "NL")));
            String cards = Cards.vcards(List.of(member), Cards.Version.V4, DATE);
            String table = RosterCsv.csv(List.of(member));

            assertThat(cards.lines().filter(line -> line.startsWith("BEGIN:VCARD"))).hasSize(1);
            assertThat(cards.lines().filter(line -> line.startsWith("X-Planted") || line.startsWith("FN:Planted"))).isEmpty();
            assertThat(table.lines()).as("%s", hostile).hasSize(2);
            assertThat(table).doesNotContain(",=1+1", "\"=1+1");
        }
    }

    /// The same value with this in the place of every text in it.
    private static Object poisoned(Object value, String hostile) {
        return switch (value) {
            case String _ -> hostile;
            case List<?> list -> list.stream().map(each -> poisoned(each, hostile)).toList();
            case Optional<?> maybe -> maybe.map(each -> poisoned(each, hostile));
            case Phone phone -> new Phone(hostile, phone.e164(), phone.plausible(), phone.country());
            case Record fixed when fixed instanceof Address || fixed.getClass().getPackageName().equals("java.time") || List.of("Tld", "Token", "LastDay").contains(fixed.getClass().getSimpleName()) -> fixed;
            case Record parts -> rebuilt(parts, hostile);
            default -> value;
        };
    }

    private static Object rebuilt(Record parts, String hostile) {
        RecordComponent[] components = parts.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = poisoned(components[i].getAccessor().invoke(parts), hostile);
            }
            var constructor = parts.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(parts.getClass().getName(), broken);
        }
    }
}
