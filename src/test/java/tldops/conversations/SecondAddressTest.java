package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a second address may say and what it may not (P8): it speaks for its person, it does not vouch for the first one, and
/// where several people have the same one it speaks for nobody.
class SecondAddressTest {
    private static final String TYPO = "ana@registry.example";
    private static final String HOME = "anna@home.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = in(folder).administered("hostmaster@registry.example", ".nl", ".fr");
    }

    @Test
    void the_second_address_is_answered_and_proves_nothing_about_the_first() {
        robot.member("nl", 1, "Anna Vermeer", false, TYPO, HOME).member("fr", 1, "Zoe Martin", "zoe@nic.example");

        List<Posted> answer = robot.proved(HOME, "", "who\nset digest on");

        assertThat(text(to(answer, HOME))).contains("zoe@nic.example", "The digest is on"); // P5
        assertThat(count(answer, TYPO)).isZero();
        assertThat(robot.member("nl", TYPO).options().digest()).isTrue();
        assertThat(robot.member("nl", TYPO).proved()).isEmpty(); // P5, L38
    }

    @Test
    void a_word_from_the_second_address_that_was_asked_proves_nothing_about_the_first() {
        robot.member("nl", 1, "Anna Vermeer", false, TYPO, HOME).member("fr", 1, "Zoe Martin", "zoe@nic.example");
        List<Posted> asked = robot.unproved(HOME, "", "who\nset digest on");

        List<Posted> answer = robot.unproved(HOME, token(asked, HOME), "confirm");

        assertThat(text(to(answer, HOME))).contains("zoe@nic.example", "The digest is on"); // P5
        assertThat(robot.member("nl", TYPO).options().digest()).isTrue();
        assertThat(robot.member("nl", TYPO).proved()).isEmpty(); // P5, L38
    }

    @Test
    void the_first_address_proves_itself_in_all_its_places_and_no_other() {
        robot.member("nl", 1, "Anna Vermeer", false, "anna@registry.example", HOME).member("fr", 1, "Anna Vermeer", false, "anna@registry.example").member("fr", 2, "Zoe Martin", false, "zoe@nic.example", "anna@registry.example");

        robot.proved("anna@registry.example", "", "set digest on");

        assertThat(robot.member("nl", "anna@registry.example").proved()).isPresent(); // L38
        assertThat(robot.member("fr", "anna@registry.example").proved()).isPresent();
        assertThat(robot.member("fr", "zoe@nic.example").proved()).isEmpty();
    }
}
