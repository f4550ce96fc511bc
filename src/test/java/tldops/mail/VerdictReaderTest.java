package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Request;
import tldops.core.Request.Answered;
import tldops.core.Request.Unclear;
import tldops.core.Request.Word;

class VerdictReaderTest {
    private static Request read(String written) {
        return RequestReader.read("RE: TLD-OPS Authentication Request", new NewText(written, "", ""), false, true);
    }

    private static Answered sure(Word... words) {
        return new Answered(Set.of(words), List.of(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "confirm", "Confirm.", "CONFIRM!", "\"confirm\"", "‘confirm’", "“Confirm”", "*confirm*", "**Confirm**", "_confirm_", "- confirm", "  confirm  ", "confirmed", "I confirm.", "We confirm",
        "I hereby confirm", "Yes, I confirm", "OK, confirmed.", "confirm, thanks", "Dear Secretariat,\n\nconfirm\n\nBest regards,\nJan Jansen", "Hi,\nconfirm\nJan", "Hello Jan, I confirm.",
        "Confirm Jan Jansen for .nl", "I confirm that Jan Jansen is responsible for the overall security and stability of .nl, as he has been for the last ten years at our registry.",
        "My answer: confirm", "Thank you very much. Confirmed!", "je confirme", "Je confirme.", "confirme", "confirmé", "Nous confirmons", "Oui, je le confirme", "Bonjour,\n\nJe confirme.\n\nCordialement,\nÉlodie",
        "Je confirme par la présente", "c o n f\nconfirm", "\u200bconfirm\u00a0", "ｃｏｎｆｉｒｍ", "confirm\n> deny", "Merci, je confirme", "confirm, please"})
    void a_confirmation_is_read_however_it_is_dressed(String written) {
        assertEquals(sure(Word.CONFIRM), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny", "Denied.", "I deny", "No, I deny.", "refuse", "I refuse", "je refuse", "Non, je refuse.", "refusé", "Nous refusons", "We reject", "Please deny", "DENY, he left us last year",
        "Bonjour,\nje le refuse, cette personne ne"})
    void a_denial_is_read_in_both_languages(String written) {
        Answered answered = assertInstanceOf(Answered.class, read(written));

        assertEquals(Set.of(Word.DENY), answered.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I cannot confirm", "I can't confirm this.", "I can’t confirm", "I do not confirm", "I will confirm later", "I will confirm tomorrow after our meeting", "I would confirm if I knew him", "Not confirmed",
        "je ne confirme pas", "Je ne peux pas confirmer", "Je confirmerai demain", "confirm?", "Can you confirm?", "Please confirm that you got this.", "Merci de confirmer", "Veuillez confirmer la demande",
        "Unfortunately I am not in a position to tell whether I can\nconfirm", "I am not able to confirm", "Before I confirm, who is he?", "confirm unless Pia objects", "With the permission of the board we confirm all of it",
        "Please confirm"})
    void a_word_that_is_negated_or_put_off_or_asked_is_doubtful(String written) {
        assertEquals(new Answered(Set.of(Word.CONFIRM), List.of(), true), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm\ndeny", "confirm or deny", "confirm / deny", "I confirm Jan. I deny Pia.", "deny\n\nThe other request is confirmed by our board, as you know from our last letter."})
    void both_words_are_both_told(String written) {
        assertEquals(sure(Word.CONFIRM, Word.DENY), read(written));
    }

    @Test
    void a_sure_word_beside_a_doubtful_one_is_doubtful() {
        Answered answered = assertInstanceOf(Answered.class, read("confirm\n\nHowever, I cannot confirm the second person."));

        assertEquals(new Answered(Set.of(Word.CONFIRM), List.of(), true), answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "yes", "oui", "Who is he?", "I agree", "Please see the attached file.", "The confirmation will follow.", "confirmation", "Let us close this matter soon and block nobody.",
        "We received your release notes.", "Confirmed receipt of your mail", "J'accuse réception : confirmé", "12345", "+31 6 12", "2026-03-09", "12:30", "06 12 34 56 78", "unconfirm", "confirmdeny"})
    void what_is_no_answer_stays_unclear(String written) {
        assertInstanceOf(Unclear.class, read(written));
    }

    @Test
    void an_empty_first_line_above_the_quoted_question_is_no_answer() {
        NewText reply = new NewText("\n", "", "=== Original Message ===\nA simple \"confirm\" or \"deny\" in the message body will suffice.");

        assertInstanceOf(Unclear.class, RequestReader.read("RE: TLD-OPS Authentication Request", reply, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "deny", "confirm\n\nJan"})
    void neither_the_quoted_question_nor_the_signature_changes_the_verdict(String written) {
        NewText reply = new NewText(written, "Jan Jansen\nDeny everything Ltd. | Name: Jan | Tel: +31 20 1234567 | 12",
                "=== Original Message ===\nPlease confirm or deny.\n=== Requestor Information ===\nName: Pia\nEmail address: pia@registry.example");

        Answered answered = assertInstanceOf(Answered.class, RequestReader.read("RE: x", reply, false, true));
        assertEquals(1, answered.words().size());
        assertEquals(false, answered.doubtful());
    }

    @Test
    void a_signature_that_was_not_recognised_does_not_turn_a_verdict_into_a_form() {
        assertEquals(sure(Word.CONFIRM), read("confirm\n\nName: Jan Jansen\nTel: +31 20 1234567\nEmail: jan@registry.example"));
    }

    @Test
    void the_sentence_of_the_template_is_no_verdict() {
        assertInstanceOf(Request.FilledIn.class, read("I hereby confirm that the above persons are responsible for the\noverall security and stability of my ccTLD."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undo", "Undo!", "Please undo", "annuler", "J’annule"})
    void undo_takes_back(String written) {
        assertEquals(sure(Word.UNDO), read(written));
    }

    @Test
    void the_words_of_the_Secretariat_are_read_in_both_languages() {
        assertEquals(sure(Word.RELEASE), read("release"));
        assertEquals(sure(Word.RELEASE), read("libérer"));
        assertEquals(sure(Word.CLOSE), read("Clore le dossier"));
        assertEquals(sure(Word.BLOCK), read("bloquer"));
        assertEquals(sure(Word.DENY, Word.BLOCK), read("deny and block"));
        assertEquals(new Answered(Set.of(Word.EXTEND), List.of(5), false), read("extend 5"));
        assertEquals(new Answered(Set.of(Word.EXTEND), List.of(5), false), read("Extend 5d."));
        assertEquals(new Answered(Set.of(Word.EXTEND), List.of(10), false), read("prolonger 10 jours"));
    }

    @Test
    void digits_alone_on_a_line_choose() {
        assertEquals(new Answered(Set.of(), List.of(2), false), read("2"));
        assertEquals(new Answered(Set.of(), List.of(2), false), read("#2"));
        assertEquals(new Answered(Set.of(), List.of(2), false), read("2."));
        assertEquals(new Answered(Set.of(), List.of(0), false), read("Hello,\n\n0\n\nKind regards\nJan"));
        assertEquals(new Answered(Set.of(), List.of(1, 3), false), read("1 3"));
        assertEquals(new Answered(Set.of(), List.of(1, 3), false), read("1, 3"));
        assertEquals(new Answered(Set.of(), List.of(1, 3), false), read("1\n3"));
        assertEquals(new Answered(Set.of(), List.of(1, 3), false), read("1 et 3, merci"));
        assertEquals(new Answered(Set.of(), List.of(2), false), read("nº 2"));
        assertEquals(new Answered(Set.of(), List.of(2), false), read("Option 2"));
    }

    @Test
    void a_digit_above_a_quoted_template_is_a_choice_and_no_form() {
        NewText reply = new NewText("2", "", "> Contact Person #1 (primary):\n> Name: Jan Jansen\n> Email address: jan@registry.example");

        assertEquals(new Answered(Set.of(), List.of(2), false), RequestReader.read("RE: x", reply, false, true));
    }
}
