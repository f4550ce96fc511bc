package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Language;
import tldops.core.Request;
import tldops.core.Request.Command;
import tldops.core.Request.Commands;
import tldops.core.Tld;

/// Options by mail are read however people write them, and a sentence never is one.
class OptionReaderTest {
    private static Request read(String subject, String body) {
        return RequestReader.read(subject, new NewText(body, "", ""), false, false);
    }

    private static List<Command> commands(String body) {
        return read("", body) instanceof Commands commands ? commands.commands() : List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"set digest on", "Set Digest ON.", "*set digest: on*", "set digest = yes", "mettre condensé oui", "'set\u00a0digest on'"})
    void digest_is_switched_on_however_it_is_dressed(String line) {
        assertThat(commands(line)).containsExactly(new Command.Digest(true));
    }

    @Test
    void digest_off_and_languages() {
        assertThat(commands("set digest off\nset language fr\nmettre langue anglais")).containsExactly(new Command.Digest(false), new Command.Speak(Language.FR), new Command.Speak(Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "away until 2027-02-01", "Away until 1 February 2027.", "away until 1st feb 2027", "away until February 1, 2027", "away till Feb. 1 2027", "absent jusqu'au 1er février 2027",
        "Absente jusqu’au 1 févr. 2027", "away until  1\u00a0February 2027"
    })
    void a_date_is_read_where_it_can_be_one_day_only(String line) {
        assertThat(commands(line)).containsExactly(new Command.Away(LocalDate.of(2027, 2, 1), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"away until 1.2.2027", "away until 1/2/2027", "away until tomorrow", "away until 30 February 2027", "away until 2027-13-01", "away until", "away until 2027-02-01 deputy 0", "away"})
    void a_date_that_can_not_be_told_comes_back(String line) {
        assertThat(commands(line)).singleElement().isInstanceOfSatisfying(Command.Unread.class, unread -> assertThat(unread.topic()).isEqualTo("away")); // N22
    }

    @ParameterizedTest
    @CsvSource({"away until 2027-02-01 deputy 2,2", "away until 1 February 2027; deputy #3,3", "absent jusqu'au 2027-02-01 suppléant 2,2", "'away until February 1, 2027, deputy is 2',2"})
    void a_deputy_is_named_by_rank(String line, int rank) {
        assertThat(commands(line)).containsExactly(new Command.Away(LocalDate.of(2027, 2, 1), rank));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Away from my desk I can not help", "set up a call please", "I forget things", "forget it", "back to you soon", "urgent!", "Urgent: please call me back", "urgent request for help",
        "help me please", "This is urgent .nl", "mydata please", "set digest", "my data is wrong"})
    void a_sentence_does_nothing(String line) {
        assertThat(commands(line)).allMatch(Command.Unread.class::isInstance);
    }

    @Test
    void help_names_a_command_in_either_language() {
        assertThat(commands("help away\naide absent\nhelp on set digest\nhelp who")).containsExactly(new Command.HelpOn("away"), new Command.HelpOn("set"), new Command.HelpOn("who"));
    }

    @Test
    void data_and_forgetting() {
        assertThat(commands("My data\nforget me\nback")).containsExactly(new Command.MyData(), new Command.Forget(), new Command.Back());
        assertThat(commands("mes données\noublier\nde retour")).containsExactly(new Command.MyData(), new Command.Forget(), new Command.Back());
    }

    @Test
    void urgent_takes_the_lines_below_it_and_leaves_the_signature() {
        NewText text = new NewText("urgent .nl\n\nYour servers\tanswer wrongly.\nwho .nl\nWe see it\u202e.", "Jan\n+31 6 1", "> old");

        Commands read = (Commands) RequestReader.read("", text, false, false);

        assertThat(read.commands()).containsExactly(
                new Command.Urgent(Tld.of("nl"), List.of("Your servers answer wrongly.", "We see it.")), new Command.Who(java.util.Optional.empty(), List.of(Tld.of("nl")))); // N13
        assertThat(read.unprocessed()).containsExactly("Jan", "+31 6 1");
    }

    @Test
    void urgent_in_the_Subject_takes_the_text_too_and_both_lines_are_short() {
        Commands read = (Commands) read("Urgent .nl: name servers", "line\n".repeat(100) + "x".repeat(5_000));

        Command.Urgent urgent = (Command.Urgent) read.commands().getFirst();
        assertThat(urgent.text()).hasSize(8).first().isEqualTo("name servers");
        assertThat(urgent.text()).allMatch(line -> line.length() <= 200);
    }

    @Test
    void a_long_line_behind_urgent_is_cut_and_not_lost() {
        assertThat(commands("urgent .nl " + "servers ".repeat(60))).singleElement().isInstanceOfSatisfying(Command.Urgent.class, urgent -> assertThat(urgent.text().getFirst()).hasSizeBetween(190, 200)); // N13
    }

    @Test
    void urgent_for_several_or_for_no_ccTLD_comes_back() {
        assertThat(commands("urgent .nl .fr")).containsExactly(new Command.Unread("urgent .nl .fr", "urgent"));
        assertThat(commands("urgent .example")).containsExactly(new Command.Unread("urgent .example", "urgent"));
    }
}
