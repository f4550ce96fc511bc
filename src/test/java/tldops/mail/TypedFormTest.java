package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tldops.mail.Typed.TEMPLATE;
import static tldops.mail.Typed.entry;
import static tldops.mail.Typed.form;
import static tldops.mail.Typed.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Phone;
import tldops.core.Request.FilledIn;
import tldops.core.Tld;

/// A form is read however its lines are typed, wrapped, numbered and labelled, in both languages (R084-R090, R097).
class TypedFormTest {
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
        assertEquals(new Phone(typed, e164, plausible, country), entry("Jan", "jan@registry.example", typed).phone().value().getFirst()); // V7, X10
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
}
