package tldops.mail;

import tldops.core.Clean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Phone;
import tldops.core.Request;
import tldops.core.Request.Answered;
import tldops.core.Request.FilledIn;
import tldops.core.Request.Unclear;
import tldops.core.Request.Word;
import tldops.core.Tld;

class RequestReaderTest {
    private static final String TEMPLATE = """
            Contact Person #1 (primary):
            Name: %s
            Email address: %s
            Mobile phone number: %s
            """;

    private static Request read(String written, String quoted, boolean token) {
        return RequestReader.read("", new NewText(written, "", quoted), false, token);
    }

    private static Form form(String written) {
        return assertInstanceOf(FilledIn.class, read(written, "", false)).form();
    }

    private static Form.Entry entry(String name, String email, String phone) {
        return form(TEMPLATE.formatted(name, email, phone)).entries().getFirst();
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact Person #2 (secondary):", "contact person 2", "CONTACT PERSON No. 2", "Contact person nr 2:", "**Contact Person #2 (secondary):**", "* Contact Person #2:", "=== Contact Person 2 ===",
        "Contact Person (secondary)", "Personne à contacter nº2 (secondaire) :", "Personne a contacter n°2", "Personne à contacter nº 2 (secondaire)\u00a0:", "PERSONNE À CONTACTER NUMÉRO 2",
        "Personne à contacter № 2", "2. Contact Person #2", "> Contact Person #2:"})
    void a_heading_gives_the_rank(String heading) {
        Form form = form(heading + "\nName: Jan Jansen\nEmail address: jan@registry.example\nMobile phone number: +31 6 12345678");

        assertEquals(List.of(2), form.entries().stream().map(Form.Entry::number).toList());
        assertEquals(List.of("Jan Jansen"), form.entries().getFirst().name().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name: Jan Jansen", "NAME : Jan Jansen", "Name\uff1aJan Jansen", "Name Jan Jansen", "Name = Jan Jansen", "- Name: Jan Jansen", "a) Name: Jan Jansen", "**Name:** Jan Jansen", "Name: \"Jan Jansen\"",
        "Name: <Jan> <Jansen>", "Name (first and last): Jan Jansen", "Full name: Jan Jansen", "First name: Jan\nLast name: Jansen", "Nom\u00a0: Jan Jansen", "Prénom : Jan\nNom : Jansen", "Name:\nJan Jansen",
        "Name: Jan\u202e\u200b Jansen\u0007", "Name: Jan Jansen,", "Name:   Jan    Jansen", "Name: Jan Jansen <jan@registry.example>", "Name\t\tJan Jansen"})
    void a_name_is_read_however_its_line_is_written(String line) {
        Form form = form("Contact Person #1\n" + line + "\nEmail address: jan@registry.example\nMobile phone number: +31 6 12345678");

        assertEquals(List.of("Jan Jansen"), form.entries().getFirst().name().value());
        assertEquals(1, form.entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email address: jan@registry.example", "E-mail: jan@registry.example", "EMAIL - jan@registry.example", "Email address jan@registry.example", "Courriel : jan@registry.example",
        "Adresse electronique: <jan@registry.example>", "Email address: Jan Jansen <jan@registry.example>", "Email: mailto:jan@registry.example", "Email: jan@registry.example <mailto:jan@registry.example>",
        "Email: [jan@registry.example](mailto:jan@registry.example)", "Email: jan@registry.example.", "Email: \"jan@registry.example\"", "Email address:\n\njan@registry.example", "Email: jan@registry.example (work)",
        "Email: jan@registry\n.example", "Email address 1: jan@registry.example", "Mail\u202f: jan@REGISTRY.example", "Email: jan@registry.example, JAN@registry.example", "Émail: jan@registry.example"})
    void an_address_is_read_however_its_line_is_written(String line) {
        Form form = form("Contact Person #1\nName: Jan Jansen\n" + line + "\nMobile phone number: +31 6 12345678");

        assertEquals(List.of(List.of(Address.of("jan@registry.example"))), form.entries().getFirst().email().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jan@registry.example, jan@dns.example", "jan@registry.example; jan@dns.example", "jan@registry.example and jan@dns.example", "jan@registry.example et jan@dns.example",
        "jan@registry.example\njan@dns.example", "jan@registry.example / jan@dns.example", "jan@registry.example/jan@dns.example", "Jan <jan@registry.example>, Jan <jan@dns.example>",
        "jan@registry.example\nEmail address: jan@dns.example", "\njan@registry.example\njan@dns.example", "jan@registry.example,\n  jan@dns.example"})
    void a_person_may_have_two_addresses(String typed) {
        assertEquals(List.of(List.of(Address.of("jan@registry.example"), Address.of("jan@dns.example"))), entry("Jan", typed, "+31612345678").email().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jan", "jan@", "@registry.example", "jan@registry", "jan at registry.example", "jan@@registry.example", "jän@registry.example", "jan@registry.example, pia@", "\u760djan\u760a@registry.example"})
    void an_address_that_can_not_be_written_to_is_kept_unread(String typed) {
        Form.Field<List<Address>> email = entry("Jan", typed, "+31612345678").email();

        assertEquals(Form.Field.unread(3, typed), email);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"+1-613-291-1619|+16132911619|true|CA", "+31 6 25 07 87 33|+31625078733|true|NL", "+1.613.291.1619|+16132911619|true|CA", "+1.6.83.12.43.49|+1683124349|false|''",
        "+1-000-000-0000|+10000000000|false|''", "0031 6 25078733|+31625078733|true|NL", "+31 (0)6 25078733|+31625078733|true|NL", "+33 (0) 6 83 12 43 49|+33683124349|true|FR", "0625078733|+0625078733|false|''",
        "(+44) 20 7946 0958|+442079460958|true|GB", "tel. +31 6 25078733|+31625078733|true|NL", "+31 6 25078733 / +31 6 25078734|+31625078733|true|NL", "+31 6 25078733, +31 26 1234567|+31625078733|true|NL",
        "+49 1512 3456789 ext. 12|+4915123456789|true|DE", "＋３１ ６ ２５０７８７３３|+31625078733|true|NL", "+٣١٦٢٥٠٧٨٧٣٣|+31625078733|true|NL", "+999 1234567|+9991234567|false|''", "+31 6 2507|+3162507|false|NL",
        "<+31> <625078733>|+31625078733|true|NL", "+800 1234 5678|+80012345678|true|''"})
    void a_number_is_kept_in_E164_and_doubted_but_not_refused(String typed, String e164, boolean plausible, String country) {
        assertEquals(new Phone(typed, e164, plausible, country), entry("Jan", "jan@registry.example", typed).phone().value().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"see below", "123", "+31 6", "1234567890123456", "later"})
    void a_number_without_seven_to_fifteen_digits_is_unread(String typed) {
        assertEquals(Form.Field.unread(4, typed), entry("Jan", "jan@registry.example", typed).phone());
    }

    @Test
    void a_number_wrapped_in_the_middle_is_joined() {
        assertEquals("+31625078733", entry("Jan", "jan@registry.example", "+31 6 25 07 87\n33").phone().value().getFirst().e164());
    }

    @Test
    void the_mobile_number_is_taken_when_there_is_an_office_one_too() {
        Form form = form("Contact Person #1\nName: Jan\nEmail: jan@registry.example\nPhone: +31 26 3525500\nMobile: +31 6 25078733");

        assertEquals("+31625078733", form.entries().getFirst().phone().value().getFirst().e164());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<FirstName1> <LastName1>", "<Prénom1> <Nom1>", "<first name> <last name>", "", "-", "...", "____", "n/a", "None", "aucun", "<name>"})
    void what_the_template_had_there_counts_as_nothing(String typed) {
        Form.Entry entry = entry(typed, "<EmailAddress1>", "+<country code> <number>");

        assertTrue(entry.empty());
        assertEquals(2, entry.name().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+<code de pays> <numéro>", "+", "+ ", "<AdresseÉlectronique2>"})
    void French_placeholders_count_as_nothing(String typed) {
        assertTrue(form("Personne à contacter nº2 (secondaire) :\nNom : <Prénom2> <Nom2>\nAdresse électronique : <AdresseÉlectronique2>\nNuméro de téléphone portable : " + typed).entries().getFirst().empty());
    }

    @Test
    void a_long_name_is_cut_at_a_hundred_characters() {
        assertEquals(100, entry("x".repeat(500), "jan@registry.example", "+31612345678").name().value().getFirst().length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ccTLD: .nl|nl", "ccTLD: nl|nl", "ccTLD: .nl (Netherlands)|nl", "ccTLDs: .fr, .re|fr re", "ccTLD : .fr et .re|fr re", "TLD: .fr .re|fr re", "ccTLD: .中国|xn--fiqs8s", "ccTLD: xn--fiqs8s|xn--fiqs8s",
        "Mon ccTLD : .fr|fr", "ccTLD: .中国 (xn--fiqs8s)|xn--fiqs8s", "Le contact administratif de l'IANA du .fr|fr", "Le contact administratif de l’IANA du ccTLD .fr|fr", "LE CONTACT ADMINISTRATIF DE L'IANA DE .re|re",
        "Le contact administratif de l'IANA du <.fr>|fr", "The IANA Admin Contact of .nl|nl", "Claims to be responsible for the security and stability of: .nl|nl",
        "Le contact administratif de l'IANA du fr|fr"})
    void ccTLDs_are_named_in_lines_of_their_own(String line, String labels) {
        Form form = form(line + "\n" + TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678"));

        assertEquals(List.of(labels.split(" ")), form.tlds().stream().flatMap(field -> field.value().stream()).map(Tld::label).toList());
        assertEquals(1, form.tlds().getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ccTLD: Netherlands", "ccTLD: .com", "ccTLD: .x"})
    void a_ccTLD_line_that_names_none_is_kept_unread(String line) {
        Form form = form(line + "\n" + TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678"));

        assertEquals(List.of(Form.Field.unread(1, line.substring(7))), form.tlds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Le contact administratif de l'IANA du <ccTLD>", "je suis le contact\nadministratif de l'IANA de mon ccTLD ou que", "ccTLD:", "ccTLD: <ccTLD>", "Le contact administratif de l'IANA du ccTLD"})
    void a_ccTLD_line_that_nobody_filled_in_names_none(String line) {
        assertEquals(List.of(), form(line + "\n\n" + TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678")).tlds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I hereby confirm that the above persons are responsible for the\noverall security and stability of my ccTLD.", "I hereby confirm that the above person is responsible for the overall security and stability of my ccTLD",
        "> I hereby confirm that the above persons are\n> responsible for the overall security\n> and stability of my ccTLD.", "WE HEREBY CONFIRM THAT THE ABOVE PERSONS ARE RESPONSIBLE FOR THE SECURITY AND STABILITY OF OUR CCTLD",
        "Je voudrais abonner les personnes ci-après. Je\nconfirme par ces présentes qu’ils sont responsables de la sécurité\net la stabilité générales de mon ccTLD", "Nous confirmons que ces personnes sont responsables de la securite et de la stabilite"})
    void the_statement_is_found_wherever_it_is_wrapped(String statement) {
        assertTrue(form(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678") + "\n" + statement).statement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I confirm.", "I cannot confirm that the above persons are responsible for the overall security and stability of my ccTLD.",
        "I hereby confirm that the above persons are not responsible for the overall security and stability of my ccTLD.", "Je ne confirme pas qu'ils sont responsables de la sécurité", "Je confirme qu'ils ne sont pas responsables de la sécurité",
        "The persons are responsible for the overall security and stability."})
    void what_is_not_said_is_no_statement(String text) {
        assertFalse(form(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678") + "\n" + text).statement());
    }

    @Test
    void people_listed_without_headings_are_numbered_in_their_order() {
        Form form = form("Name: Jan\nEmail: jan@registry.example\nMobile: +31612345678\n\nName: Pia\nEmail: pia@registry.example\nMobile: +31612345679");

        assertEquals(List.of(1, 2), form.entries().stream().map(Form.Entry::number).toList());
        assertEquals(List.of("Pia"), form.entries().get(1).name().value());
    }

    @Test
    void a_number_used_twice_gives_two_entries() {
        assertEquals(List.of(1, 1), form(TEMPLATE.formatted("Jan", "a@b.example", "+31612345678") + TEMPLATE.formatted("Pia", "c@d.example", "+31612345679")).entries().stream().map(Form.Entry::number).toList());
    }

    @Test
    void a_form_goes_before_a_word_when_it_has_its_headings() {
        assertInstanceOf(FilledIn.class, read("confirm\n\n" + TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678"), "", true));
    }

    @Test
    void one_label_alone_is_no_form_without_a_secret() {
        assertInstanceOf(Unclear.class, read("Email address: jan@registry.example", "", false));
        assertInstanceOf(FilledIn.class, read("Email address: jan@registry.example", "", true));
    }

    @Test
    void a_telephone_and_an_address_as_in_a_signature_are_no_form() {
        assertInstanceOf(Unclear.class, read("Please see the attached file.\n\nJan Jansen\nTel: +31 20 1234567\nE-mail: jan@registry.example", "", true));
    }

    @Test
    void a_template_filled_in_where_it_is_quoted_counts_only_with_the_secret() {
        String quoted = quoted(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678"));

        Form form = assertInstanceOf(FilledIn.class, read("Please see below.", quoted, true)).form();
        assertTrue(form.quoted());
        assertEquals(2, form.entries().getFirst().name().line());
        assertInstanceOf(Unclear.class, read("Please see below.", quoted, false));
        assertEquals(new Answered(Set.of(Word.CONFIRM), List.of(), false), read("confirm", quoted, true));
        assertInstanceOf(Request.Commands.class, read("help", quoted, true));
    }

    @Test
    void an_untouched_template_in_the_quote_is_nothing() {
        assertInstanceOf(Unclear.class, read("We will answer next week.", quoted(TEMPLATE.formatted("<FirstName1> <LastName1>", "<EmailAddress1>", "+<country code> <number>")), true));
    }

    @Test
    void our_own_data_block_is_never_a_form() {
        String block = "=== Requestor Information ===\n\nName: Pia\nEmail address: pia@registry.example\nMobile phone number: +31612345678\nClaims to be responsible for the security and stability of: .nl\n";

        assertInstanceOf(Unclear.class, read("Thanks!", quoted(block), true));
        assertInstanceOf(Unclear.class, read("Thanks!\n\n" + block, "", true));
        assertInstanceOf(Unclear.class, read("Thanks!\n\n" + quoted(block), "", true));
    }

    @Test
    void a_mended_line_without_heading_mends_the_only_block_that_lacks_it() {
        Form draft = form(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678") + TEMPLATE.replace("#1", "#2").formatted("Pia", "pia@registry", "+31612345679"));
        Form mended = draft.mended(assertInstanceOf(FilledIn.class, read("Email address: pia@registry.example", "", true)).form());

        assertEquals(List.of(List.of(Address.of("jan@registry.example"))), mended.entries().getFirst().email().value());
        assertEquals(List.of(List.of(Address.of("pia@registry.example"))), mended.entries().get(1).email().value());
        assertEquals(2, mended.entries().size());
    }

    @Test
    void a_form_is_in_the_language_of_its_labels() {
        assertEquals(Language.EN, form("Bonjour, voici les contacts de notre ccTLD :\n" + TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678")).language());
        assertEquals(Language.FR, form("Hello, this is the form\nNom : Jan\nAdresse électronique : jan@registry.example").language());
    }

    @ParameterizedTest
    @CsvSource({"'Bonjour, je confirme',FR", "'je refuse',FR", "'confirm',EN", "'',EN", "'Please add the person',EN", "'Merci de votre aide',FR", "'Señor',EN"})
    void the_language_is_told_by_common_words(String text, Language language) {
        assertEquals(language, RequestReader.language(text));
    }

    @Test
    void a_thousand_blocks_stay_bounded() {
        assertEquals(20, form(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678").repeat(1000)).entries().size());
    }

    @Test
    void hostile_texts_are_read_in_time() {
        List<String> hostile = List.of("a".repeat(500_000), "Name ".repeat(100_000), "Name:".repeat(100_000), "(".repeat(200_000), "Contact Person ".repeat(20_000), "Contact Person #1\n".repeat(20_000), "Name:\n".repeat(50_000),
                "confirm ".repeat(50_000), "confirm\n".repeat(50_000), "i confirm that ".repeat(20_000), "je confirme responsable de ".repeat(10_000), "> ".repeat(200_000), "* ".repeat(200_000), " ".repeat(500_000), "\n".repeat(200_000),
                "Email: " + "a@".repeat(100_000), "Email: " + "a@b.example,".repeat(20_000), "Mobile: " + "1 ".repeat(100_000), "ccTLD: " + ".nl ".repeat(50_000), "Claims to be responsible for the security\n".repeat(5_000),
                "<".repeat(100_000) + ">".repeat(100_000), "1. ".repeat(100_000), "\u0301".repeat(300_000), "e\u0301".repeat(100_000), "who " + ".nl ".repeat(50_000), ". ".repeat(100_000), "1 2 3 ".repeat(50_000),
                "Contact Person #1\n" + "Name x\n".repeat(20_000), "Contact Person #1\n" + ("x ".repeat(49) + "\n").repeat(2_000), "a)".repeat(100_000), "*".repeat(200_000), "-".repeat(200_000), "=".repeat(200_000));
        for (String text : hostile) {
            String start = text.substring(0, 12);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RequestReader.read(text, new NewText(text, text, text), true, true), start);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RequestReader.read("", new NewText("hello", text, text), true, true), start);
        }
    }

    @Test
    void mutated_specimens_never_throw_and_never_read_twice_differently() {
        long seed = Long.getLong("seed", 20270118L);
        Random random = new Random(seed);
        List<String> specimens = FormSpecimensTest.texts();
        for (int i = 0; i < 4_000; i++) {
            String text = mutated(specimens.get(random.nextInt(specimens.size())), specimens, random);
            try {
                assertEquals(FormSpecimensTest.reading(text), FormSpecimensTest.reading(text));
                sound(read(text, text, random.nextBoolean()));
            } catch (RuntimeException | StackOverflowError thrown) {
                fail("seed " + seed + ", text " + i + ":\n" + text, thrown);
            }
        }
    }

    private static void sound(Request request) {
        if (!(request instanceof FilledIn(Form form))) return;
        assertTrue(form.entries().size() <= 20);
        for (Form.Entry entry : form.entries()) {
            for (String name : entry.name().value()) assertTrue(name.length() <= 200 && name.equals(Clean.line(name)) && !name.isBlank(), name);
            for (List<Address> addresses : entry.email().value()) for (Address address : addresses) assertEquals(address, Address.of(address.toString()));
            for (Phone phone : entry.phone().value()) assertTrue(phone.e164().matches("\\+[0-9]{7,15}"), phone.toString());
        }
    }

    private static String mutated(String text, List<String> others, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int times = 1 + random.nextInt(8); times > 0; times--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(20));
            switch (random.nextInt(7)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, (char) random.nextInt(0x10000));
                case 2 -> mutated.insert(at, List.of(":", "\n", ">", "<", "@", " ", "#1", "\u202e", "\ud800", "\u0000", ".", "+", "confirm", "Name:", "\r\n").get(random.nextInt(15)));
                case 3 -> mutated.insert(at, mutated.substring(at, end).repeat(1 + random.nextInt(5)));
                case 4 -> {
                    String other = others.get(random.nextInt(others.size()));
                    mutated.insert(at, other, 0, random.nextInt(other.length()));
                }
                case 5 -> mutated.reverse();
                default -> mutated.replace(at, end, mutated.substring(at, end).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return mutated.toString();
    }
}
