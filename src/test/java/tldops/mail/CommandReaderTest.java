package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Request;
import tldops.core.Request.Command.Help;
import tldops.core.Request.Command.Password;
import tldops.core.Request.Command.Who;
import tldops.core.Request.Commands;
import tldops.core.Request.Unclear;
import tldops.core.Tld;

class CommandReaderTest {
    private static final Who WHO = new Who(Optional.empty(), List.of());

    private static Request read(String subject, String body) {
        return RequestReader.read(subject, new NewText(body, "", ""), false, false);
    }

    private static Commands body(String body) {
        return assertInstanceOf(Commands.class, read("", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "WHO", "Who.", "'who'", "“who”", "*who*", " who ", "\u00a0who\u200b", "who?"})
    void who_is_read_however_it_is_dressed(String line) {
        assertEquals(List.of(WHO), body(line).commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"who s3cr3t", "WHO s3cr3t", "who <s3cr3t>", "who 's3cr3t'", "who   s3cr3t  "})
    void who_brings_a_password(String line) {
        assertEquals(List.of(new Who(Optional.of("s3cr3t"), List.of())), body(line).commands());
    }

    @Test
    void who_names_ccTLDs() {
        List<Tld> tlds = List.of(Tld.of("nl"), Tld.of("fr"), Tld.of("中国"));

        assertEquals(List.of(new Who(Optional.empty(), tlds)), body("who .nl .FR .中国").commands());
        assertEquals(List.of(new Who(Optional.empty(), tlds)), body("who .nl, .fr, .中国.").commands());
        assertEquals(List.of(new Who(Optional.of("s3cr3t"), tlds.subList(0, 1))), body("who s3cr3t .nl").commands());
        assertEquals(List.of(new Who(Optional.empty(), tlds.subList(0, 1))), body("who NL").commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who are you?", "who wrote this mail", "who .com", "whoever", "help me please", "password forgotten, what now?", "Qui est responsable ?", "The who"})
    void a_sentence_is_no_command(String line) {
        assertInstanceOf(Unclear.class, read("", line));
    }

    @Test
    void several_commands_are_kept_in_their_order_and_each_once() {
        assertEquals(List.of(new Help(), WHO, new Password()), body("help\n\nwho\nhelp\npassword").commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "stop", "--", "-- ", "END."})
    void after_the_end_nothing_is_done(String end) {
        Commands commands = body("who\n" + end + "\nhelp");

        assertEquals(List.of(WHO), commands.commands());
        assertEquals(List.of(end.strip(), "help"), commands.unprocessed());
    }

    @Test
    void the_Subject_counts_only_when_it_is_itself_a_command() {
        assertEquals(List.of(new Help()), assertInstanceOf(Commands.class, read("help", "")).commands());
        assertEquals(List.of(WHO), assertInstanceOf(Commands.class, read(" Who ", "")).commands());
        assertEquals(List.of(new Help(), WHO), assertInstanceOf(Commands.class, read("Help", "who\nhelp")).commands());
        for (String subject : List.of("Re: help", "RE: who", "help with my registration", "Fwd: password", "confirm")) assertInstanceOf(Unclear.class, read(subject, ""), subject);
    }

    @Test
    void a_signature_is_told_back_and_disturbs_nothing() {
        NewText text = new NewText("who s3cr3t\n\nKind regards,\nJan", "Manager\nM +31 6 12345678 | Name: Jan", "> help");

        Commands commands = assertInstanceOf(Commands.class, RequestReader.read("", text, true, false));
        assertEquals(List.of(new Who(Optional.of("s3cr3t"), List.of())), commands.commands());
        assertEquals(List.of("Kind regards,", "Jan", "Manager", "M +31 6 12345678 | Name: Jan"), commands.unprocessed());
        assertEquals(true, commands.ignoredParts());
    }

    @Test
    void a_signature_below_a_command_is_neither_form_nor_choice() {
        Commands commands = body("who\n\nName: Jan Jansen\nEmail address: jan@registry.example\n2");

        assertEquals(List.of(WHO), commands.commands());
    }

    @Test
    void no_password_is_ever_shown() {
        for (String body : List.of("who s3cr3t", "help\nwho s3cr3t and more words", "help\n> x\n'who' s3cr3t .nl please", "help\npassword s3cr3t s3cr3t", "help\nend\nwho s3cr3t")) {
            assertFalse(read("", body).toString().contains("s3cr3t"), body);
        }
    }

    @Test
    void thousands_of_lines_stay_bounded() {
        Commands commands = body("who .nl\nnothing\n".repeat(2_000) + "help");

        assertEquals(List.of(new Who(Optional.empty(), List.of(Tld.of("nl"))), new Help()), commands.commands());
        assertEquals(100, commands.unprocessed().size());
    }

    @Test
    void French_help_is_help() {
        assertEquals(List.of(new Help(), new Password()), body("aide\nmot de passe").commands());
    }
}
