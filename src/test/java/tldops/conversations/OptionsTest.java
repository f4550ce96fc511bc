package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.*;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// Who may set what going for himself, beside the conversations: guests, limits, members whose time has not come.
class OptionsTest {
    private static final String ANNA = "anna@registry.example";
    private static final String BRAM = "bram@registry.example";
    private static final String ZOE = "zoe@nic.example";
    private static final String GUEST = "gus@liaison.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = in(folder).administered("hostmaster@registry.example", ".nl", ".fr").member("nl", 1, "Anna Vermeer", ANNA).member("nl", 2, "Bram de Wit", BRAM).member("fr", 1, "Zoe Martin", ZOE);
    }

    private void guest(Guest.Role role, boolean roster) {
        robot.apply(new Change.GuestSaved(new Guest(Address.of(GUEST), "Gus", role, roster, Optional.of(LocalDate.of(2027, 6, 1)), Language.EN, Options.USUAL, robot.now())));
    }

    private static String said(List<Posted> letters) {
        return text(to(letters, GUEST));
    }

    @Test
    void an_observer_has_options_of_his_own() {
        guest(Guest.Role.OBSERVER, false);

        assertThat(said(robot.proved(GUEST, "", "set digest on\naway until 2027-02-01"))).contains("The digest is on", "away until 1 February 2027"); // R051, X19
        assertThat(said(robot.proved(GUEST, "", "set digest on\naway until 2027-02-01 deputy 1"))).contains("on already", "Only SSCs have deputies");
        assertThat(said(robot.proved(GUEST, "", "set language fr"))).contains("désormais en français"); // R051
        assertThat(text(robot.proved(GUEST, "", "mydata").getFirst())).contains("OBSERVATEUR", "français", "jusqu'au 1er février 2027"); // L45, X19
        assertThat(said(robot.proved(GUEST, "", "back"))).contains("Bon retour");
    }

    @Test
    void only_an_observer_with_that_right_reads_the_roster_and_none_calls() {
        guest(Guest.Role.OBSERVER, false);
        assertThat(said(robot.proved(GUEST, "", "who\nurgent .nl\npassword"))).contains("for members of the list").doesNotContain(ANNA); // P5
        guest(Guest.Role.OBSERVER, true);
        assertThat(said(robot.proved(GUEST, "", "who\nurgent .nl"))).contains(ANNA, "for members of the list"); // P5
    }

    @Test
    void a_guest_whose_time_is_over_is_a_stranger() {
        guest(Guest.Role.OBSERVER, true);
        robot.at("2027-06-02T10:00:00Z");

        assertThat(said(robot.proved(GUEST, "", "who"))).doesNotContain(ANNA); // X20
    }

    @Test
    void a_guest_without_proof_is_asked_at_his_address() {
        guest(Guest.Role.OBSERVER, true);

        List<Posted> asked = robot.unproved(GUEST, "", "who .nl\nset digest on");
        assertThat(text(to(asked, GUEST))).contains("who .nl", "set digest on").doesNotContain(ANNA); // P5
        assertThat(robot.unproved(GUEST, "", "who .nl\nset digest on")).as("asked once").isEmpty();
        assertThat(said(robot.unproved(GUEST, token(asked, GUEST), "confirm"))).contains(ANNA, "The digest is on"); // P5
    }

    @Test
    void a_guest_is_forgotten_by_his_word() {
        guest(Guest.Role.POSTER, false);
        List<Posted> asked = robot.proved(GUEST, "", "forget");

        String goodbye = said(robot.unproved(GUEST, asked.getFirst().token().orElseThrow(), "confirm"));

        assertThat(goodbye).contains("you have left the list"); // L45
        assertThat(said(robot.proved(GUEST, "", "set digest on"))).contains("could not verify");
    }

    @Test
    void nothing_is_forgotten_by_a_forged_confirmation_nor_by_another_sender() {
        String token = robot.proved(ANNA, "", "forget").getFirst().token().orElseThrow();

        robot.unproved(BRAM, token, "confirm");
        robot.proved(ANNA, "", "confirm");
        robot.unproved(ANNA, token, "no, deny");

        assertThat(robot.members()).contains("Anna Vermeer"); // P2, L45
    }

    @Test
    void who_has_left_is_forgotten_after_the_configured_months() {
        List<Posted> asked = robot.proved(ZOE, "", "urgent .nl");
        assertThat(count(asked, ANNA)).isOne();
        robot.apply(new Change.MemberGone(new Member.Id(Tld.of("nl"), Address.of(BRAM))));
        robot.apply(new Change.Counted("gone:" + BRAM, robot.now()));
        robot.at("2027-01-14T10:20:00Z");
        robot.at("2027-01-16T11:00:00Z");

        robot.keptHouse("2028-12-14T10:00:00Z");
        assertThat(robot.journal()).noneMatch(line -> line.startsWith("forgotten"));
        robot.keptHouse("2029-01-15T10:00:00Z");

        assertThat(robot.journal()).anyMatch(line -> line.startsWith("forgotten")); // L45
    }

    @Test
    void a_member_on_probation_neither_calls_nor_is_called() {
        Instant later = robot.now().plusSeconds(3600);
        Person cees = new Person("Cees", List.of(Address.of("cees@be.example")), new Phone("+32 470 12 34 56", "+32470123456", true, "BE"));
        robot.apply(new Change.MemberSaved(new Member(Tld.of("be"), 1, cees, Language.EN, robot.now(), Optional.of(robot.now()), "", false, later, Optional.empty(), 99)));

        assertThat(text(to(robot.proved("cees@be.example", "", "urgent .nl"), "cees@be.example"))).contains("Contact data is open to you"); // P6
        assertThat(text(to(robot.proved(ZOE, "", "urgent .be"), ZOE))).contains("Nobody of .be can be asked"); // P5
    }

    @Test
    void a_ccTLD_is_called_six_times_an_hour_whoever_calls() {
        for (int i = 1; i <= 3; i++) robot.member("be", i, "Person " + i, "p" + i + "@be.example");
        for (int i = 1; i <= 6; i++) {
            String caller = "p" + (i % 3 + 1) + "@be.example";
            List<Posted> called = robot.proved(caller, "", "urgent .nl");
            assertThat(count(called, ANNA)).as("call " + i).isOne();
            robot.unproved(ANNA, token(called, ANNA), "calling");
        }

        List<Posted> seventh = robot.proved(ZOE, "", "urgent .nl");

        assertThat(count(seventh, ANNA)).isZero(); // N13
        assertThat(text(to(seventh, ZOE))).contains("as often as a ccTLD may be", "who .nl");
    }

    @Test
    void a_number_in_the_mail_is_never_the_one_to_call() {
        List<Posted> letters = robot.proved(ZOE, "", "urgent .nl\nCall me at +33 9 99 99 99 99\n\n-- \nM +33 8 88");

        assertThat(text(to(letters, ANNA))).contains("  +31 6 11111111", "  | Call me at +33 9 99 99 99 99").doesNotContain("8 88"); // N13
    }

    @Test
    void a_stranger_who_holds_the_letter_is_no_answer_and_an_own_mail_of_who_was_asked_is() {
        List<Posted> called = robot.proved(ZOE, "", "urgent .nl");

        assertThat(count(robot.unproved("mallory@elsewhere.example", token(called, ANNA), "calling"), ZOE)).isZero(); // R041
        assertThat(count(robot.unproved(ANNA, "", "I am on it, calling now"), ZOE)).isZero(); // P2
        assertThat(text(to(robot.proved(ANNA, "", "I am on it, calling now"), ZOE))).contains("Anna Vermeer (primary) of .nl has answered"); // N13
    }

    @Test
    void nobody_is_flooded_with_questions_by_mail_in_his_name() {
        int letters = 0;
        for (int i = 0; i < 12; i++) letters += robot.forged(ANNA, "", "urgent .fr\nline " + i).stream().filter(letter -> letter.recipients().contains(ANNA)).count();

        assertThat(letters).isEqualTo(5); // L20
    }

    @Test
    void who_asks_is_never_called_himself() {
        List<Posted> own = robot.proved(ANNA, "", "urgent .nl");

        assertThat(count(own, BRAM)).isOne(); // N13
        assertThat(robot.cases()).last().satisfies(matter -> assertThat(((Matter.Urgent) matter.matter()).calls()).extracting(call -> call.address().toString()).containsExactly(BRAM));
    }

    @Test
    void a_slip_of_a_member_is_answered_at_once() {
        assertThat(text(robot.proved(ANNA, "", "woh .nl").getFirst())).contains("who .nl .fr"); // R058
        assertThat(text(robot.proved(ANNA, "", "help undo").getFirst())).contains("what this address can do for you"); // R058
        assertThat(text(robot.proved(ANNA, "", "undo").getFirst())).contains("only as a reply to the");
    }

    @Test
    void several_commands_of_one_mail_build_on_each_other() {
        robot.proved(ANNA, "", "set digest on\npassword\naway until 2027-02-01 deputy 2\nset language fr");

        List<Posted> data = robot.proved(ANNA, "", "mydata");

        assertThat(text(data.getFirst())).contains("Condensé :              oui", "jusqu'au 1er février 2027, rang 2 vous remplace", "Langue :                français", "Mot de passe :          défini"); // R051, L45
    }
}
