package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Imports.Entry;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// Contacts come in from other lists and go out to other systems as the same people (N40, X09, R102, R114, L53).
class RosterReaderTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");

    private static List<Entry> entries(String text) {
        return RosterReader.read(text).stream().flatMap(read -> read.entry().stream()).toList();
    }

    private static Entry only(String text) {
        List<RosterReader.Read> read = RosterReader.read(text);
        assertEquals(1, read.size(), read.toString());
        return read.getFirst().entry().orElseThrow(() -> new AssertionError(read.getFirst().why()));
    }

    @Test
    void the_same_contact_is_the_same_person_in_all_three_formats() { // V5, X09
        Person person = only("jan@registry.example (Jan Jansen, +31 6 25 07 87 33, .nl)").person();

        assertEquals(person, only("jan@registry.example (Jan Jansen, .nl +31 6 25 07 87 33)").person());
        assertEquals(person, only("\"Jan Jansen, #1, .nl, +31 6 25 07 87 33\" jan@registry.example").person());
        assertEquals("+31625078733", person.phone().e164());
        assertEquals("Jan Jansen", person.name());
    }

    @Test
    void the_repository_of_the_slides_has_a_rank_and_two_addresses() { // R102
        Entry entry = only("“John Doe, #2, .nl, +31 123456789” [john.doe@registry.example](mailto:john.doe@registry.example), john@dns.example");

        assertEquals(2, entry.rank());
        assertEquals(List.of(Address.of("john.doe@registry.example"), Address.of("john@dns.example")), entry.person().addresses());
        assertEquals(Tld.of("nl"), entry.tld());
    }

    @Test
    void an_answer_to_who_is_read_with_all_that_stands_around_it() { // N40, A.9
        String answer = """
                From: tld-ops-request@lists.example
                To: pia@registry.example

                The results of your email command are provided below. Attached is your
                original message.

                - Results:
                 Ignoring non-text/plain MIME parts
                 Non-digest (regular) members:
                 jacques@registry.example (Jacques Exemple, .ca +1 613 291 1619)
                 jan@registry.example (Jan Jansen, .nl +31 6 25 07
                 87 33)
                 Digest members:
                 pia@registry.example (Pia Jansen, +31 (0)6 25 07 87 34, .nl) away until 5 January 2027

                - Unprocessed:
                 Manager
                 M +31 (0)6 25 07 87 33 | T +31 (0)26 352 55 00
                 pia@registry.example<mailto:pia@registry.example> |

                - Done.
                """;

        List<RosterReader.Read> read = RosterReader.read(answer);

        assertEquals(List.of(10, 11, 14), read.stream().map(RosterReader.Read::line).toList());
        assertEquals(List.of("Jacques Exemple", "Jan Jansen", "Pia Jansen"), read.stream().map(line -> line.entry().orElseThrow().person().name()).toList());
        assertEquals(List.of("+16132911619", "+31625078733", "+31625078734"), read.stream().map(line -> line.entry().orElseThrow().person().phone().e164()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"jan@registry.example|neither a ccTLD nor a phone number", "Jan Jansen <jan@registry.example>|neither a ccTLD nor a phone number", "jan@registry.example (Jan Jansen, +31 6 25078733)|no ccTLD",
        "jan@registry.example (Jan Jansen, .nl)|no phone number", "jan@registry.example (+31 6 25078733, .nl)|no name", "jan@registry.example (Jan, +31 6 25078733, .nl, .be)|more than one ccTLD",
        "jän@registry.example (Jan, +31 6 25078733, .nl)|an e-mail address that can not be written to: jän@registry.example", "a@b.example, c@d.example, e@f.example (Jan, +31 6 25078733, .nl)|more than two e-mail addresses"})
    void what_can_not_be_read_says_why(String line, String why) {
        List<RosterReader.Read> read = RosterReader.read("\nTLD-OPS members:\n\n" + line + "\n");

        assertEquals(List.of(why), read.stream().map(RosterReader.Read::why).toList());
        assertEquals(4, read.getFirst().line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"+1-613-291-1619|+16132911619", "+31 6 25 07 87 33|+31625078733", "+1.613.291.1619|+16132911619", "+1.6.83.12.43.49|+1683124349", "+1-000-000-0000|+10000000000"})
    void the_numbers_of_the_papers_are_read(String typed, String e164) { // V7, X10
        assertEquals(e164, only("jan@registry.example (Jan Jansen, " + typed + ", .nl)").person().phone().e164());
        assertEquals(typed, only("jan@registry.example (Jan Jansen, .nl " + typed + ")").person().phone().typed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhang@registry.example (张伟, +86 138 0013 8000, .中国)", "zhang@registry.example （张伟，.xn--fiqs8s ＋８６ １３８ ００１３ ８０００）", "\"张伟, #1, .中国 (xn--fiqs8s), +86 138 0013 8000\" zhang@registry.example",
        "> zhang@registry.example (张伟, +86 138 0013 8000, \u200e.中国\u200e)"})
    void a_name_of_another_script_and_its_ccTLD_are_read(String line) {
        Entry entry = only(line);

        assertEquals("张伟", entry.person().name());
        assertEquals(Tld.of("xn--fiqs8s"), entry.tld());
        assertEquals("+8613800138000", entry.person().phone().e164());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200fahmed@registry.example (أحمد الشريف، +٢٠ ١٠ ٠١٢٣ ٤٥٦٧، .مصر)", "ahmed@registry.example (أحمد الشريف, +201001234567, مصر.)", "\u202bahmed@registry.example\u202c (\u202bأحمد الشريف\u202c, .xn--wgbh1c +20 10 0123 4567)"})
    void a_name_from_right_to_left_is_read(String line) {
        Entry entry = only(line);

        assertEquals("أحمد الشريف", entry.person().name());
        assertEquals(Tld.of("xn--wgbh1c"), entry.tld());
        assertEquals("+201001234567", entry.person().phone().e164());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cctld,rank,name,email,email2,phone\r\n.nl,2,\"Jansen, Jan\",jan@registry.example,jan@dns.example,+31 6 25078733\r\n", "ccTLD;Rank;Name;E-mail;E-mail 2;Mobile phone number\nNL;#2;\"Jansen, Jan\";jan@registry.example;jan@dns.example;+31 6 25078733",
        "\uFEFFphone\temail\temail2\tname\ttld\trank\n+31 6 25078733\tjan@registry.example\tjan@dns.example\tJansen, Jan\tnl\tsecondary\n"})
    void tables_are_read_by_their_headings(String table) {
        Entry entry = only(table);

        assertEquals(new Entry(Tld.of("nl"), 2, new Person("Jansen, Jan", List.of(Address.of("jan@registry.example"), Address.of("jan@dns.example")), entry.person().phone())), entry);
        assertEquals("+31625078733", entry.person().phone().e164());
    }

    @Test
    void a_table_says_of_each_line_why_it_can_not_be_read() {
        List<RosterReader.Read> read = RosterReader.read("cctld,name,email,phone\n.nl,Jan,jan@registry.example,\n\n.example.,Pia,pia@registry.example,+31612345678\n.nl,Bob,bob,+31612345678\n");

        assertEquals(List.of("no phone number", "no ccTLD: .example.", "an e-mail address that can not be written to: bob"), read.stream().map(RosterReader.Read::why).toList());
        assertEquals(List.of(2, 4, 5), read.stream().map(RosterReader.Read::line).toList());
    }

    private static Member member(String tld, String name, String typed, String e164, String... addresses) {
        Person person = new Person(name, List.of(addresses).stream().map(Address::of).toList(), new Phone(typed, e164, true, ""));
        return new Member(Tld.of(tld), 1, person, Language.EN, NOW, Optional.empty(), "", false, NOW, Optional.empty(), 0, Options.USUAL, false);
    }

    private static final List<Member> HOSTILE = List.of(
            member("nl", "=cmd|' /C calc'!A0", "+31 6 12345678", "+31612345678", "a@registry.example"),
            member("be", "O'Neil; \"Jan\", \\; Jr.", "+32 470 12 34 56", "+32470123456", "b@registry.example", "b@dns.example"),
            member("fr", "'Élodie", "'+33 6 12 34 56 78", "+33612345678", "c@registry.example"),
            member("中国", "张伟", "＋８６ １３８ ００１３ ８０００", "+8613800138000", "d@registry.example"),
            member("مصر", "أحمد بن عبد الله الشريف", "+٢٠ ١٠ ٠١٢٣ ٤٥٦٧", "+201001234567", "e@registry.example"),
            member("рф", "Пётр Щёголев", "+7 912 345-67-89", "+79123456789", "f@registry.example"),
            member("de", "-Jan +x", "@+49 1512 3456789", "+4915123456789", "g@registry.example"));

    @Test
    void what_was_exported_comes_back_as_the_same_people() { // L53, N40
        List<Entry> back = entries(RosterCsv.csv(HOSTILE));

        assertEquals(HOSTILE.size(), back.size());
        for (Member member : HOSTILE) {
            Entry entry = back.stream().filter(one -> one.tld().equals(member.tld())).findFirst().orElseThrow();
            assertEquals(member.person().name().replaceFirst("^'", ""), entry.person().name().replaceFirst("^'", ""));
            assertEquals(member.person().addresses(), entry.person().addresses());
            assertEquals(member.person().phone().e164(), entry.person().phone().e164());
        }
    }

    @Test
    void no_cell_becomes_a_formula_and_each_line_says_how_far_it_may_go() { // L53, X26
        List<String> lines = RosterCsv.csv(HOSTILE).lines().toList();

        assertEquals("tlp,cctld,a-label,rank,name,email,email2,phone,e164,since,confirmed", lines.getFirst());
        for (Csv.Row row : Csv.rows(RosterCsv.csv(HOSTILE), ',')) assertEquals(11, row.cells().size());
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.startsWith("TLP:AMBER,"), line);
            assertFalse(line.contains(",=") || line.contains(",@") || line.contains(",\"="), line);
        }
    }

    @Test
    void every_cell_comes_back_as_it_was_and_none_begins_as_a_formula() { // L53
        List<String> cells = List.of("=1+1", "+1+1", "-1", "@SUM(A1)", "\tx", "'quoted", "''twice", "＝1+1", "+31-6-5550-9999", "+31612345678", "a=b", "");
        String line = Csv.line(cells);

        assertEquals(cells, Csv.rows(line, ',').getFirst().cells());
        for (String cell : line.strip().split(",")) assertFalse(cell.matches("\"?[=+@\t＝-].*"), cell);
    }

    @Test
    void a_phone_number_with_spaces_is_read_as_it_was_typed() { // L53, R114
        assertEquals("+31 6 1234 5678,'+31-6-1234\r\n", Csv.line(List.of("+31 6 1234 5678", "+31-6-1234")));
    }

    @Test
    void cards_hold_hostile_names_as_text() { // L53, R114
        Member hostile = member("nl", "Jan\r\nTEL:+666\nEND:VCARD; \\, Jansen", "+31 6 12345678", "+31612345678", "jan@registry.example", "jan@dns.example");
        for (Cards.Version version : Cards.Version.values()) {
            String text = Cards.vcards(List.of(hostile), version, NOW);
            List<VCard> cards = Ezvcard.parse(text).all();

            assertEquals(1, cards.size(), text);
            VCard card = cards.getFirst();
            assertEquals(List.of("+31612345678"), card.getTelephoneNumbers().stream().map(phone -> phone.getText() != null ? phone.getText() : phone.getUri().getNumber()).toList());
            assertEquals("Jan TEL:+666 END:VCARD; \\, Jansen", card.getFormattedName().getValue()); // L53
            assertEquals(List.of("jan@registry.example", "jan@dns.example"), card.getEmails().stream().map(ezvcard.property.Email::getValue).toList()); // R114
            assertTrue(text.lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75 + 20), text);
            assertTrue(text.contains("X-TLP:TLP:AMBER"), text); // X26
            assertTrue(text.contains("CATEGORIES:TLD-OPS,.nl,TLP:AMBER"), text);
        }
    }

    @Test
    void cards_of_the_same_members_are_the_same_bytes_and_names_survive() {
        String text = Cards.vcards(HOSTILE, Cards.Version.V3, NOW);

        assertEquals(text, Cards.vcards(HOSTILE.reversed(), Cards.Version.V3, NOW));
        List<String> names = Ezvcard.parse(text).all().stream().map(card -> card.getFormattedName().getValue()).toList();
        assertEquals(HOSTILE.stream().sorted(java.util.Comparator.comparing(Member::tld)).map(member -> member.person().name()).toList(), names);
        assertTrue(text.contains("\r\n"));
    }

    @Test
    void a_list_that_is_garbage_is_read_in_a_moment() {
        String garbage = "jan@registry.example (".repeat(2000) + "\n" + "\"a".repeat(5000) + "\n(@".repeat(5000);

        assertTrue(entries(garbage).isEmpty());
    }
}
