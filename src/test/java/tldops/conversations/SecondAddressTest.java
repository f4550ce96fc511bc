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
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Matter;
import tldops.core.Options;

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
    void a_guest_whose_address_somebody_names_as_his_second_one_keeps_his_seat() {
        Address olga = Address.of("olga@group.example");
        robot.apply(new Change.GuestSaved(new Guest(olga, "Olga", Guest.Role.OBSERVER, true, Optional.empty(), Language.EN, Options.USUAL, robot.now())));
        String form = token(robot.invite(".nl"), "hostmaster@registry.example");

        robot.proved("hostmaster@registry.example", form, person(1, "Mallory", "mallory@registry.example, olga@group.example", "+31 6 12345678") + STATEMENT);

        assertThat(robot.members()).containsExactly("Mallory");
        assertThat(robot.guest(olga)).isPresent(); // X20
    }

    private void shared() {
        robot.member("nl", 1, "Anna Vermeer", true, "anna@registry.example", "noc@shared.example").member("fr", 1, "Bob Petit", true, "bob@nic.example", "noc@shared.example");
    }

    @Test
    void an_address_that_two_people_have_as_their_second_speaks_for_neither() {
        shared();

        String said = text(to(robot.proved("noc@shared.example", "", "mydata\nforget\nunsubscribe\nset digest on\npassword"), "noc@shared.example"));

        assertThat(said).contains("several people").doesNotContain("anna@registry.example", "bob@nic.example"); // L45, P8
        assertThat(robot.members()).containsExactly("Anna Vermeer", "Bob Petit"); // X19
        assertThat(robot.member("nl", "anna@registry.example").options().digest()).isFalse();
        assertThat(text(to(robot.proved("noc@shared.example", "", "who"), "noc@shared.example"))).contains("bob@nic.example"); // P8
    }

    @Test
    void asked_at_the_shared_address_its_word_ends_nothing_either() {
        shared();
        List<Posted> asked = robot.unproved("noc@shared.example", "", "forget\nunsubscribe");

        List<Posted> told = robot.unproved("noc@shared.example", token(asked, "noc@shared.example"), "confirm");

        assertThat(text(to(told, "noc@shared.example"))).contains("several people"); // L45, X19
        assertThat(robot.members()).containsExactly("Anna Vermeer", "Bob Petit");
    }

    @Test
    void who_is_forgotten_takes_nothing_of_the_other_with_him() {
        shared();
        robot.unproved("noc@shared.example", token(robot.unproved("noc@shared.example", "", "who .nl"), "noc@shared.example"), "confirm");
        List<Posted> asked = robot.proved("anna@registry.example", "", "forget");

        robot.proved("anna@registry.example", asked.getFirst().token().orElseThrow(), "confirm");

        assertThat(robot.members()).containsExactly("Bob Petit"); // L45
        assertThat(robot.cases()).first().satisfies(matter -> assertThat(matter.matter()).as("what Bob asked by the address that both have").isInstanceOf(Matter.MemberAction.class)); // L45
    }

    @Test
    void a_second_address_of_one_person_speaks_for_him() {
        shared();
        robot.member("nl", 2, "Cees", true, "cees@registry.example", "cees@home.example");

        robot.proved("cees@home.example", "", "unsubscribe");

        assertThat(robot.members()).containsExactly("Anna Vermeer", "Bob Petit"); // X19, P8
    }

    @Test
    void who_has_an_address_as_the_first_is_meant_by_it() {
        robot.member("nl", 1, "Anna Vermeer", true, "anna@registry.example").member("fr", 1, "Bob Petit", true, "bob@nic.example", "anna@registry.example");

        robot.proved("anna@registry.example", "", "unsubscribe");

        assertThat(robot.members()).containsExactly("Bob Petit"); // X19
    }

    @Test
    void the_first_address_proves_itself_in_all_its_places_and_no_other() {
        robot.member("nl", 1, "Anna Vermeer", false, "anna@registry.example", HOME).member("fr", 1, "Anna Vermeer", false, "anna@registry.example").member("fr", 2, "Zoe Martin", false, "zoe@nic.example", "anna@registry.example");

        robot.proved("anna@registry.example", "", "set digest on");

        assertThat(robot.member("nl", "anna@registry.example").proved()).isPresent(); // L38
        assertThat(robot.member("fr", "anna@registry.example").proved()).isPresent();
        assertThat(robot.member("fr", "zoe@nic.example").proved()).isEmpty();
    }

    @Test
    void a_post_is_by_the_one_whose_first_address_it_is() {
        robot.member("fr", 1, "Bob Petit", true, "bob@nic.example", HOME).member("nl", 1, "Anna Vermeer", true, HOME);

        List<Posted> asked = robot.post(HOME, "An incident at our place.", false);

        assertThat(text(to(asked, HOME))).contains("Anna Vermeer").doesNotContain("Bob Petit"); // P8
    }

    @Test
    void who_has_my_address_as_his_second_can_be_called_at_his_first() {
        robot.member("fr", 1, "Bob Petit", true, "bob@nic.example", HOME).member("nl", 1, "Anna Vermeer", true, HOME);

        List<Posted> called = robot.proved(HOME, "", "urgent .fr\nPlease call me.");

        assertThat(called.stream().filter(letter -> letter.token().isPresent()).flatMap(letter -> letter.recipients().stream())).containsExactly("bob@nic.example"); // N13, P8
    }
}
