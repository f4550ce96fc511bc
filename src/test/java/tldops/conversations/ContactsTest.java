package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Change;
import tldops.core.Reachability;
import tldops.core.Reachability.Mailbox;
import tldops.core.Stage;

/// What counts as a sign of life and what does not, and who is asked when (R108, L34, L40, L41, N17).
class ContactsTest {
    private static final String ANNA = "anna@registry.example";
    private static final String YEAR = "2028-01-17T09:00:00Z";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void aMember() throws IOException {
        robot = Probe.in(folder, "contacts.warn-days = 2").administered(ADMIN, "nl").member("nl", 1, "Anna Vermeer", ANNA);
    }

    private List<Posted> asked() {
        return robot.validated(YEAR);
    }

    @Test
    void rule_12_pass_the_secret_of_our_letter_is_a_sign_of_life_without_authentication() {
        String token = token(asked(), ANNA);

        robot.unproved(ANNA, token, "ok");

        assertThat(robot.outcome(1)).contains(Stage.Outcome.ANSWERED); // N17, L40
    }

    @Test
    void rule_12_near_miss_a_secret_that_was_used_is_no_sign_of_life_a_second_time() {
        String token = token(asked(), ANNA);
        robot.unproved(ANNA, token, "ok");

        robot.validated("2029-01-15T09:00:00Z");
        robot.validated("2029-01-17T09:00:00Z");
        List<Posted> said = robot.forged(ANNA, token, "ok");

        assertThat(robot.outcome(2)).isEmpty();
        assertThat(said).allSatisfy(letter -> assertThat(letter.recipients()).doesNotContain(ADMIN));
    }

    @Test
    void rule_12_attack_whoever_holds_the_letter_can_not_answer_it_from_elsewhere() {
        String token = token(asked(), ANNA);

        robot.proved("eve@elsewhere.example", token, "ok");

        assertThat(robot.outcome(1)).isEmpty();
    }

    @Test
    void rule_7_attack_a_from_line_is_no_sign_of_life() {
        robot.validated("2028-01-13T09:00:00Z");
        robot.forged(ANNA, "", "help");
        robot.forged(ANNA, "", "ok");

        assertThat(count(asked(), ANNA)).isOne();
    }

    @Test
    void rule_18_attack_an_authenticated_machine_with_the_secret_is_nobody() {
        String token = token(asked(), ANNA);

        robot.mail("Authentication-Results: mx.lists.example; dkim=pass header.d=registry.example; dmarc=pass header.from=registry.example\r\nReceived: from mail.example by mx.lists.example with ESMTP; Mon, 17 Jan 2028 09:00:00 GMT\r\nAuto-Submitted: auto-replied\r\n",
                ANNA, token, ANNA, "", "I am away. ok");

        assertThat(robot.outcome(1)).isEmpty(); // N17
    }

    @Test
    void his_second_address_answers_for_the_first_and_says_nothing_of_it_by_itself() throws IOException {
        robot = Probe.in(folder, "contacts.warn-days = 2").member("nl", 1, "Bob Petit", true, "bob@nic.example", "bob@home.example");
        robot.validated("2028-01-13T09:00:00Z");
        robot.proved("bob@home.example", "", "who");
        String token = token(asked(), "bob@nic.example");

        robot.unproved("bob@home.example", token, "ok");

        assertThat(robot.outcome(1)).contains(Stage.Outcome.ANSWERED);
    }

    @Test
    void another_address_in_an_old_membership_begins_anew() {
        robot.at("2028-01-13T09:00:00Z");
        String token = token(robot.proved(ADMIN, "", "modify .nl"), ADMIN);
        List<Posted> asked = robot.proved(ADMIN, token, Probe.STATEMENT + person(1, "Anna Vermeer", "a.vermeer@registry.example", "+31 6 11111111"));
        robot.proved(ADMIN, token(asked, ADMIN), "confirm");
                assertThat(robot.member("nl", "a.vermeer@registry.example").proved()).isEmpty();

        assertThat(robot.validated(YEAR)).as("four days after it was named").isEmpty(); // L41
        assertThat(count(robot.validated("2029-01-15T09:00:00Z"), "a.vermeer@registry.example")).isOne();
    }

    @Test
    void zero_means_that_nobody_is_ever_asked() throws IOException {
        robot = Probe.in(folder, "contacts.validate-after = 0").member("nl", 1, "Anna Vermeer", ANNA);

        assertThat(robot.validated("2030-01-14T09:00:00Z")).isEmpty();
        assertThat(robot.reach("nl").ways()).extracting(Reachability.Way::mail).containsExactly(Mailbox.WORKS);
    }

    @Test
    void a_duty_that_was_missed_for_long_asks_no_more_than_on_one_day() throws IOException {
        robot = Probe.in(folder, "contacts.per-day = 2");
        for (int i = 1; i <= 3; i++) robot.member("nl", i, "Anna " + i, "anna" + i + "@registry.example");

        assertThat(robot.validated("2028-06-01T09:00:00Z")).hasSize(2); // L34
        assertThat(robot.validated("2028-06-02T09:00:00Z")).hasSize(1);
    }

    @Test
    void where_iana_names_nobody_or_the_silent_address_itself_the_secretariat_is_told_at_once() {
        robot.administered(ANNA, "nl");
        asked();
        robot.validated("2028-01-20T09:00:00Z");
        robot.validated("2028-01-25T09:00:00Z");

        List<Posted> told = robot.validated("2028-01-28T09:00:00Z");

        assertThat(count(told, ANNA)).isZero();
        assertThat(text(to(told, "secretariat@tld-ops.example"))).contains("Anna Vermeer", "no other administrative contact to ask");
        assertThat(robot.members()).containsExactly("Anna Vermeer"); // R108
    }

    @Test
    void while_iana_is_silent_the_admin_contact_waits_for_its_letter() {
        asked();
        robot.validated("2028-01-20T09:00:00Z");
        robot.validated("2028-01-25T09:00:00Z");
        robot.silent("nl");

        assertThat(robot.validated("2028-01-28T09:00:00Z")).isEmpty(); // L33

        robot.administered(ADMIN, "nl");
        assertThat(count(robot.validated("2028-02-03T09:00:00Z"), ADMIN)).isOne();
    }

    @Test
    void the_admin_contact_that_sends_the_form_back_as_it_is_has_answered() {
        asked();
        robot.validated("2028-01-20T09:00:00Z");
        robot.validated("2028-01-25T09:00:00Z");
        String token = token(robot.validated("2028-01-28T09:00:00Z"), ADMIN);

        robot.proved(ADMIN, token, person(1, "Anna Vermeer", ANNA, "+31 6 11111111"));

        assertThat(robot.outcome(1)).contains(Stage.Outcome.ANSWERED);
        assertThat(robot.members()).containsExactly("Anna Vermeer");
        robot.at("2028-02-20T09:00:00Z");
        assertThat(robot.validated("2028-02-21T09:00:00Z")).isEmpty();
    }

    @Test
    void who_has_left_meanwhile_is_not_written_to() {
        asked();
        robot.apply(new Change.MemberGone(robot.member("nl", ANNA).id()));

        assertThat(robot.members()).isEmpty();
        assertThat(robot.validated("2028-01-20T09:00:00Z")).isEmpty();
        assertThat(robot.outcome(1)).contains(Stage.Outcome.SUPERSEDED); // L41
    }

    @Test
    void a_letter_that_comes_back_takes_the_green_mark_and_an_answer_gives_it_back() {
        List<Posted> letters = asked();
        robot.bounced(to(letters, ANNA));

        assertThat(robot.reach("nl").ways()).extracting(Reachability.Way::mail).containsExactly(Mailbox.RETURNS); // L41

        robot.at("2028-01-17T10:00:00Z");
        robot.proved(ANNA, "", "who");
        assertThat(robot.reach("nl").ways()).extracting(Reachability.Way::mail).containsExactly(Mailbox.WORKS);
        assertThat(robot.outcome(1)).isEqualTo(Optional.of(Stage.Outcome.ANSWERED));
    }

    @Test
    void an_admin_contact_with_a_letter_about_a_silent_contact_gets_no_second_one_when_its_address_is_lost() {
        robot.member("nl", 2, "Bram de Wit", "bram@registry.example");
        robot.at("2028-01-17T08:00:00Z");
        robot.proved("bram@registry.example", "", "who");
        robot.bounced(to(asked(), ANNA), "status: 5.1.1");
        assertThat(count(robot.validated("2028-01-18T09:00:00Z"), ADMIN)).isOne();

        List<Posted> post = robot.post("bram@registry.example", "The name servers of .nl move tomorrow.", true);
        robot.bounced(post.getLast(), "copy: " + ANNA, "status: 5.1.1");
        List<Posted> lost = robot.at("2028-01-18T09:10:00Z");

        assertThat(robot.unreachable(ANNA)).isPresent();
        robot.keptHouse("2028-03-20T03:30:00Z");
        assertThat(robot.reach("nl").ways().getFirst().mail()).as("nothing has come back lately, and nothing arrives").isEqualTo(Mailbox.RETURNS); // L41
        assertThat(count(lost, ADMIN)).isZero();
        assertThat(count(lost, "bram@registry.example")).as("his colleague hears of it").isOne(); // N21
    }

    @Test
    void what_is_noted_of_an_address_goes_when_it_is_nobodys_any_more() {
        robot.validated("2028-01-13T09:00:00Z");
        robot.proved(ANNA, "", "who");
        robot.apply(new Change.MemberGone(robot.member("nl", ANNA).id()));

        robot.keptHouse("2028-01-14T03:30:00Z");
        robot.member("nl", 1, "Anna Vermeer", ANNA);

        assertThat(robot.heard(ANNA)).isEmpty();
    }
}
