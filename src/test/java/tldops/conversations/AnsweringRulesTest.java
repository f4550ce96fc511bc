package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.FORGER;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may do what is his own, who is answered, where and how often (MAIL_RULES 10b, 20-22, 24).
class AnsweringRulesTest {
    private static final String ANNA = "anna@registry.example";
    private static final String STRANGER = "stranger@free.example";
    private static final String FAILS = "Authentication-Results: %s; dmarc=fail header.from=registry.example\r\nReceived: from mail.example by %s with ESMTP; Thu, 14 Jan 2027 10:00:00 +0000\r\n".formatted(StoryConfig.AUTHSERV, StoryConfig.AUTHSERV);

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl").member(".nl", 1, "Anna", ANNA).member(".fr", 1, "Lucie", "lucie@nic.example");
    }

    private static String application(String name) {
        return person(1, name, name.toLowerCase(java.util.Locale.ROOT) + "@free.example", "+31 6 12345678") + "ccTLD: .nl";
    }

    // ---- 10b

    @Test
    void rule_10b_pass_an_authenticated_member_is_answered_at_once() {
        assertThat(Probe.text(Probe.to(robot.proved(ANNA, "", "who"), ANNA))).contains("lucie@nic.example");
    }

    @Test
    void rule_10b_near_miss_without_authentication_the_stored_address_is_asked_first() {
        var asked = robot.unproved(ANNA, "", "who");

        assertThat(Probe.text(Probe.to(asked, ANNA))).doesNotContain("lucie@nic.example");
        assertThat(Probe.text(Probe.to(robot.unproved(ANNA, Probe.token(asked, ANNA), "confirm"), ANNA))).contains("lucie@nic.example");
    }

    @Test
    void rule_10b_attack_what_fails_is_met_with_silence() {
        for (String command : List.of("who", "unsubscribe", "forget", "password", "urgent .fr", "set digest on", "away until 2027-02-01"))
            assertThat(robot.mail(FAILS, ANNA, "", ANNA, "", command)).as(command).isEmpty();
        assertThat(robot.members()).containsExactly("Anna", "Lucie");
    }

    @Test
    void rule_10b_attack_who_is_no_member_reaches_nobody_through_the_list() {
        var letters = robot.post(STRANGER, "Buy this.", true);

        assertThat(letters.stream().flatMap(letter -> letter.recipients().stream())).containsOnly(STRANGER);
    }

    // ---- 20

    @Test
    void rule_20_pass_an_authenticated_sender_is_answered_at_his_address() {
        assertThat(Probe.count(robot.proved(STRANGER, "", "help"), STRANGER)).isEqualTo(1);
    }

    @Test
    void rule_20_near_miss_without_proof_the_answer_goes_to_where_the_mail_came_from() {
        var letters = robot.forged(STRANGER, "", "help");

        assertThat(Probe.count(letters, STRANGER)).isZero();
        assertThat(Probe.count(letters, FORGER)).isEqualTo(1);
    }

    @Test
    void rule_20_attack_the_question_goes_to_ianas_address_whatever_the_mail_says() {
        var letters = robot.mail("Reply-To: mallory@evil.example\r\nSender: mallory@evil.example\r\n", ADMIN, "", FORGER, "mallory@evil.example", application("Mallory"));

        assertThat(letters.stream().filter(letter -> letter.token().isPresent()).flatMap(letter -> letter.recipients().stream())).containsOnly(ADMIN);
    }

    // ---- 21

    @Test
    void rule_21_pass_a_proved_member_is_answered_again_and_again() {
        for (int i = 0; i < 20; i++) assertThat(robot.proved(ANNA, "", "mydata")).as("the " + i + "th").isNotEmpty();
    }

    @Test
    void rule_21_near_miss_the_second_error_of_a_stranger_that_day_is_met_with_silence() {
        assertThat(robot.proved(STRANGER, "", "Dear robot, how are you?")).hasSize(1);

        assertThat(robot.proved(STRANGER, "", "Dear robot, how are you?")).isEmpty();
        robot.at("2027-01-15T10:00:01Z");
        assertThat(robot.proved(STRANGER, "", "Dear robot, how are you?")).hasSize(1);
    }

    @Test
    void rule_21_attack_a_thousand_mails_from_one_sender_or_of_one_domain_do_not_flood_anybody() {
        List<Posted> letters = new ArrayList<>();
        for (int i = 0; i < 1000; i++) letters.addAll(robot.mail("", "v" + i + "@victim.example", "", "v" + i + "@victim.example", "", "help"));
        for (int i = 0; i < 1000; i++) letters.addAll(robot.mail("", ANNA, "", ANNA, "", "who"));
        for (int i = 0; i < 1000; i++) letters.addAll(robot.forged(ADMIN, "", application("Mallory" + i)));

        assertThat(letters.stream().flatMap(letter -> letter.recipients().stream()).filter(to -> to.endsWith("@victim.example"))).hasSizeLessThanOrEqualTo(60);
        assertThat(Probe.count(letters, ANNA)).isLessThanOrEqualTo(20);
        assertThat(Probe.count(letters, ADMIN)).isLessThanOrEqualTo(5);
    }

    @Test
    void rule_21_attack_all_unauthenticated_mail_together_has_a_limit() {
        List<Posted> letters = new ArrayList<>();
        for (int i = 0; i < 1000; i++) letters.addAll(robot.mail("", "v@victim" + i + ".example", "", "v@victim" + i + ".example", "", "help"));

        assertThat(letters).hasSizeLessThanOrEqualTo(300);
        assertThat(robot.proved(STRANGER, "", "help")).as("who proves himself is still answered").hasSize(1);
    }

    // ---- 21b

    @Test
    void rule_21b_pass_who_proves_himself_does_not_wait_for_who_does_not() {
        robot.forged("mallory@free.example", "", application("Mallory"));

        var letters = robot.proved("jane@free.example", "", application("Jane"));
        robot.proved(ADMIN, Probe.token(letters, ADMIN), "confirm");

        assertThat(robot.members()).contains("Jane").doesNotContain("Mallory");
    }

    @Test
    void rule_21b_near_miss_while_one_is_asked_about_the_others_are_gathered_for_one_later_question() {
        String first = Probe.token(robot.unproved("kim@free.example", "", application("Kim")), ADMIN);
        List<Posted> meanwhile = new ArrayList<>(robot.unproved("lee@free.example", "", application("Lee")));
        meanwhile.addAll(robot.unproved("max@free.example", "", application("Max")));
        assertThat(Probe.count(meanwhile, ADMIN)).isZero();

        robot.proved(ADMIN, first, "deny");
        var later = robot.at("2027-01-14T11:00:00Z");

        assertThat(Probe.count(later, ADMIN)).isEqualTo(1);
        assertThat(Probe.text(Probe.to(later, ADMIN))).contains("Lee").contains("Max");
    }

    @Test
    void rule_21b_attack_after_block_no_unproved_mail_reaches_the_admin_contact_for_ninety_days() {
        robot.proved(ADMIN, Probe.token(robot.unproved("mallory@free.example", "", application("Mallory")), ADMIN), "block");

        List<Posted> letters = new ArrayList<>();
        for (int i = 0; i < 10; i++) letters.addAll(robot.unproved("m" + i + "@free.example", "", application("M" + i)));
        robot.at("2027-04-13T10:00:00Z");
        letters.addAll(robot.unproved("late@free.example", "", application("Late")));

        assertThat(Probe.count(letters, ADMIN)).isZero();
        assertThat(Probe.count(robot.proved("jane@free.example", "", application("Jane")), ADMIN)).as("who proves himself is asked about").isEqualTo(1);
    }

    // ---- 22

    @Test
    void rule_22_pass_the_same_words_twice_in_two_mails_are_two_mails() {
        assertThat(robot.proved(ANNA, "", "help")).hasSize(1);
        assertThat(robot.proved(ANNA, "", "help")).hasSize(1);
    }

    @Test
    void rule_22_near_miss_a_mail_that_has_gone_through_many_servers_is_read_and_one_that_goes_in_circles_is_not() {
        String hop = "Received: from a.example by b.example; Thu, 14 Jan 2027 10:00:00 +0000\r\n";

        assertThat(robot.mail(hop.repeat(10), STRANGER, "", STRANGER, "", "help")).hasSize(1);
        assertThat(robot.mail(hop.repeat(60), "other@free.example", "", "other@free.example", "", "help")).isEmpty();
    }

    @Test
    void rule_22_attack_a_robot_that_answers_each_of_our_answers_without_any_mark_is_not_answered_for_ever() {
        int letters = 0;
        for (int i = 0; i < 200; i++) letters += robot.unproved("robot@machines.example", "", "Your request could not be processed. Reference " + i).size();

        assertThat(letters).isEqualTo(1);
    }

    // ---- 24

    @Test
    void rule_24_pass_contact_data_go_to_the_stored_address() {
        assertThat(Probe.text(Probe.to(robot.proved(ANNA, "", "who .fr"), ANNA))).contains("lucie@nic.example");
    }

    @Test
    void rule_24_near_miss_asked_for_from_elsewhere_they_go_to_the_stored_address_all_the_same() {
        var letters = robot.forged(ANNA, "", "who");

        assertThat(letters.stream().filter(letter -> Probe.text(letter).contains("lucie@nic.example"))).isEmpty();
        assertThat(Probe.text(Probe.to(letters, ANNA))).contains("who");
    }

    @Test
    void rule_24_attack_a_stranger_does_not_learn_who_is_a_member() {
        var member = robot.mail("", ANNA, "", "one@evil.example", "", "who");
        var nobody = robot.mail("", "nobody@registry.example", "", "two@evil.example", "", "who");

        assertThat(Probe.to(member, "one@evil.example").shown()).isEqualTo(Probe.to(nobody, "two@evil.example").shown());
    }
}
