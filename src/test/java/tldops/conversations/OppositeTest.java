package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Stage;

/// A second word that says the opposite of the first (MAIL_RULES 13).
class OppositeTest {
    private static final String ANNA = person(1, "Anna", "anna@registry.example", "+31 6 12345678") + "ccTLD: .nl";
    private static final String BRAM = person(1, "Bram", "bram@registry.example", "+31 6 23456789") + "ccTLD: .nl";

    @TempDir
    private Path folder;

    private Probe robot;
    private String question = "";

    @BeforeEach
    void asked() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl");
        question = Probe.token(robot.proved("anna@registry.example", "", ANNA), ADMIN);
    }

    @Test
    void a_no_after_a_proved_yes_leaves_the_undo_of_three_days() {
        String undo = Probe.token(robot.proved(ADMIN, question, "confirm"), ADMIN);

        robot.forged(ADMIN, question, "deny");

        assertThat(robot.outcome(1)).contains(Stage.Outcome.ADMITTED); // MAIL_RULES 13
        robot.proved(ADMIN, undo, "undo");
        assertThat(robot.members()).isEmpty(); // P7
    }

    @Test
    void a_no_after_a_yes_leaves_the_place_for_the_next_question() {
        robot.proved(ADMIN, question, "confirm");
        robot.proved(ADMIN, question, "deny");

        var letters = robot.proved("bram@registry.example", "", BRAM);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("Bram"); // MAIL_RULES 21
    }

    @Test
    void the_secretariat_hears_once_of_opposite_words() {
        robot.proved(ADMIN, question, "confirm");

        var first = robot.proved(ADMIN, question, "deny");
        var second = robot.proved(ADMIN, question, "deny");

        assertThat(Probe.count(first, "secretariat@tld-ops.example")).isEqualTo(1); // P3
        assertThat(Probe.count(second, "secretariat@tld-ops.example")).isZero(); // P3
    }

    @Test
    void a_yes_after_a_no_is_asked_once_more_and_the_answer_counts() {
        robot.proved(ADMIN, question, "deny");

        var again = robot.proved(ADMIN, question, "confirm");

        assertThat(robot.members()).isEmpty(); // MAIL_RULES 13
        robot.proved(ADMIN, Probe.token(again, ADMIN), "confirm");
        assertThat(robot.members()).containsExactly("Anna"); // X32
    }

    @Test
    void a_yes_after_a_no_waits_behind_the_question_that_is_open() {
        robot.proved(ADMIN, question, "deny");
        String next = Probe.token(robot.proved("bram@registry.example", "", BRAM), ADMIN);

        var told = robot.proved(ADMIN, question, "confirm");

        assertThat(Probe.text(Probe.to(told, ADMIN))).contains("It waits for its turn"); // MAIL_RULES 21
        robot.proved(ADMIN, next, "confirm");
        assertThat(Probe.text(Probe.to(robot.at("2027-01-14T11:00:00Z"), ADMIN))).contains("Anna"); // MAIL_RULES 21b
    }

    @Test
    void a_late_yes_about_who_is_a_member_by_now_asks_nothing() {
        robot.proved(ADMIN, question, "deny");
        robot.proved(ADMIN, Probe.token(robot.invite(".nl"), ADMIN), ANNA + "\n" + Probe.STATEMENT);

        var late = robot.proved(ADMIN, question, "confirm");

        assertThat(robot.members()).hasSize(1);
        assertThat(late.stream().filter(letter -> letter.token().isPresent())).isEmpty(); // L20, X32
        assertThat(Probe.count(late, ADMIN)).isEqualTo(1); // MAIL_RULES 13
    }

    @Test
    void a_no_of_who_is_the_admin_contact_no_more_is_no_hint_to_an_undo_that_would_be_refused() {
        robot.proved(ADMIN, question, "confirm");
        robot.administered("new@registry.example", ".nl");

        var letters = robot.proved(ADMIN, question, "deny");

        assertThat(letters.stream().filter(letter -> letter.token().isPresent())).isEmpty(); // P7
        assertThat(Probe.count(letters, ADMIN)).isEqualTo(1); // MAIL_RULES 13
    }
}
