package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Stage;

/// What a secret of ours is worth, and to whom (MAIL_RULES 12-14, 16, 17).
class TokenRulesTest {
    private static final String ANNA = person(1, "Anna", "anna@registry.example", "+31 6 12345678");

    @TempDir
    private Path folder;

    private Probe robot;
    private List<Posted> asked = List.of();
    private String question = "";

    @BeforeEach
    void asked() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl");
        asked = robot.proved("anna@registry.example", "", ANNA + "ccTLD: .nl");
        question = Probe.token(asked, ADMIN);
    }

    private String quoted() {
        return Probe.to(asked, ADMIN).text().stream().map(line -> "> " + line).collect(Collectors.joining("\n", "\n\nOn Thursday TLD-OPS wrote:\n", "\n"));
    }

    // ---- 12: where it stands

    @Test
    void rule_12_pass_it_stands_in_the_address_or_on_the_reference_line() {
        robot.proved(ADMIN, "", "confirm\n\nReference: " + question.toUpperCase(Locale.ROOT));

        assertThat(robot.members()).containsExactly("Anna");
    }

    @Test
    void rule_12_near_miss_its_last_letter_is_missing() {
        robot.proved(ADMIN, question.substring(0, question.length() - 1), "confirm\n\nReference: " + question.substring(0, question.length() - 1));

        assertThat(robot.members()).isEmpty();
        assertThat(robot.matter(1).open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm case 1", "confirm\n\n[case 1]", "confirm\n\nReference: 1"})
    void rule_12_attack_the_number_of_the_case_is_no_secret(String body) {
        robot.forged(ADMIN, "", body);

        assertThat(robot.members()).isEmpty();
    }

    @Test
    void rule_12_pass_the_secret_of_the_welcome_proves_the_address_whatever_is_written_and_the_journal_tells_it() {
        String welcome = Probe.token(robot.proved(ADMIN, question, "confirm"), "anna@registry.example");

        assertThat(robot.unproved("anna@registry.example", welcome, "0")).isEmpty();
        assertThat(robot.entry("Anna").proved()).isPresent();
        assertThat(robot.proved("anna@registry.example", welcome, "0")).isEmpty();
        assertThat(robot.journal()).isNotEmpty();
    }

    // ---- 13: for what, and how often

    @Test
    void rule_13_pass_it_decides_its_own_question() {
        robot.proved(ADMIN, question, "confirm");

        assertThat(robot.outcome(1)).contains(Stage.Outcome.ADMITTED);
    }

    @Test
    void rule_13_near_miss_used_before_it_is_told_so_once() {
        robot.proved(ADMIN, question, "confirm");

        var second = robot.proved(ADMIN, question, "confirm");
        var third = robot.proved(ADMIN, question, "confirm");

        assertThat(Probe.text(Probe.to(second, ADMIN))).contains("Nothing more has been changed");
        assertThat(third).isEmpty();
        assertThat(robot.members()).containsExactly("Anna");
    }

    @Test
    void rule_13_attack_the_secret_of_one_ccTLD_admits_nobody_to_another() {
        robot.administered("admin@nic.example", ".be");
        String be = Probe.token(robot.invite(".be"), "admin@nic.example");

        robot.proved("admin@nic.example", be, person(1, "Mallory", "mallory@evil.example", "+31 6 66666666") + STATEMENT + "ccTLD: .nl");

        assertThat(robot.members()).isEmpty();
    }

    @Test
    void rule_13_attack_it_acts_for_nobody_but_whom_it_was_sent_to() {
        robot.proved("anna@registry.example", question, "confirm");

        assertThat(robot.members()).isEmpty();
    }

    @Test
    void rule_13_attack_expired_it_acts_no_more() {
        robot.at("2027-01-22T08:00:00Z");
        robot.at("2027-01-29T08:00:00Z");
        robot.at("2027-06-01T08:00:00Z");

        robot.proved(ADMIN, question, "confirm");

        assertThat(robot.members()).isEmpty();
    }

    // ---- 14: which ccTLD

    @Test
    void rule_14_pass_of_an_admin_contact_of_many_it_names_the_ccTLD() {
        robot.administered(ADMIN, ".be", ".fr");

        robot.proved(ADMIN, question, "confirm");

        assertThat(robot.entry("Anna").tld().label()).isEqualTo("nl");
    }

    @Test
    void rule_14_near_miss_a_word_without_it_decides_nothing_where_two_questions_are_open() {
        robot.administered(ADMIN, ".be");
        robot.proved("bram@registry.example", "", person(1, "Bram", "bram@registry.example", "+31 6 23456789") + "ccTLD: .be");

        robot.proved(ADMIN, "", "confirm");

        assertThat(robot.members()).isEmpty();
    }

    @Test
    void rule_14_attack_a_form_without_a_ccTLD_admits_to_none_of_those_that_its_sender_serves() {
        robot.administered(ADMIN, ".be");

        var letters = robot.forged(ADMIN, "", person(1, "Mallory", "mallory@evil.example", "+31 6 66666666") + STATEMENT);

        assertThat(robot.members()).isEmpty();
        assertThat(Probe.count(letters, "mallory@evil.example")).isZero();
    }

    // ---- 16: from whom

    @Test
    void rule_16_pass_in_the_quotation_of_whom_it_was_sent_to_it_finds_the_question() {
        robot.proved(ADMIN, "", "confirm" + quoted());

        assertThat(robot.members()).containsExactly("Anna");
    }

    @Test
    void rule_16_near_miss_a_colleague_to_whom_the_question_was_forwarded_decides_nothing() {
        robot.proved("colleague@registry.example", "", "confirm" + quoted());

        assertThat(robot.members()).isEmpty();
        assertThat(robot.matter(1).open()).isTrue();
    }

    @Test
    void rule_16_attack_the_applicant_to_whom_it_was_forwarded_does_not_decide_his_own_case() {
        robot.proved("anna@registry.example", "", "confirm" + quoted());
        robot.proved("anna@registry.example", question, "confirm\n\nReference: " + question);

        assertThat(robot.members()).isEmpty();
    }

    // ---- 17: what was written

    @Test
    void rule_17_pass_a_word_above_our_own_letter_that_holds_both() {
        assertThat(quoted()).contains("confirm").contains("deny");

        robot.proved(ADMIN, question, "confirm" + quoted());

        assertThat(robot.members()).containsExactly("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thank you.", "I cannot confirm this.", "confirm\ndeny", "confirm or deny?"})
    void rule_17_near_miss_no_word_or_two_or_a_doubtful_one_is_asked_back(String written) {
        var letters = robot.proved(ADMIN, question, written + quoted());

        assertThat(robot.members()).isEmpty();
        assertThat(robot.matter(1).open()).isTrue();
        assertThat(Probe.to(letters, ADMIN).token()).isPresent();
    }

    @Test
    void rule_17_attack_words_that_stand_only_in_the_quotation_are_not_his() {
        robot.proved(ADMIN, question, "Who is this?\n\nOn Thursday Mallory wrote:\n> confirm\n> \n> Reference: " + question + "\n");

        assertThat(robot.members()).isEmpty();
    }
}
