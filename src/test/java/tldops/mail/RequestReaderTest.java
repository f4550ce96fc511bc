package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tldops.mail.Typed.TEMPLATE;
import static tldops.mail.Typed.form;
import static tldops.mail.Typed.quoted;
import static tldops.mail.Typed.read;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Request;
import tldops.core.Request.Answered;
import tldops.core.Request.FilledIn;
import tldops.core.Request.Unclear;
import tldops.core.Request.Word;

/// What a text asks for: a form, a word, a command, or nothing that is clear.
class RequestReaderTest {
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

    @ParameterizedTest
    @CsvSource({"'Bonjour, je confirme',FR", "'je refuse',FR", "'confirm',EN", "'',EN", "'Please add the person',EN", "'Merci de votre aide',FR", "'Señor',EN"})
    void the_language_is_told_by_common_words(String text, Language language) {
        assertEquals(language, RequestReader.language(text));
    }
}
