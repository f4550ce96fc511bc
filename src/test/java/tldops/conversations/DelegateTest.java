package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Case;
import tldops.core.Matter;
import tldops.core.Stage;

/// Whoever speaks for an admin contact, or would like to (X31).
class DelegateTest {
    static final String DEPUTY = "deputy@backoffice.example";
    private static final String APPLICATION = person(1, "X", "x@r.example", "+31 6 12345678") + "ccTLD: .nl";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void delegatesAreOn() throws IOException {
        robot = Probe.in(folder, "authority.delegates = on").administered(ADMIN, ".nl").member(".nl", 1, "A", "a@r.example");
    }

    private List<Long> open() {
        return robot.cases().stream().filter(matter -> matter.stage() instanceof Stage.Asked).map(Case::number).toList();
    }

    @Test
    void aForgedAppointmentMakesRoomForAnApplicationWithoutProof() {
        String forged = Probe.token(robot.forged(ADMIN, "", "delegate mallory@evil.example .nl"), ADMIN);

        var letters = robot.unproved("x@r.example", "", APPLICATION);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("x@r.example"); // MAIL_RULES 21b
        assertThat(open()).containsExactly(2L); // MAIL_RULES 21
        assertThat(robot.matter(1).tokens()).noneMatch(issued -> issued.live()); // X31
        robot.proved(ADMIN, forged, "confirm");
        assertThat(robot.matter(1).stage()).isInstanceOf(Stage.Queued.class); // P2
    }

    @Test
    void aForgedAppointmentMakesRoomForTheAdminContactsOwn() {
        robot.forged(ADMIN, "", "delegate mallory@evil.example .nl");

        var letters = robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl");

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains(DEPUTY).doesNotContain("mallory"); // X31
        assertThat(open()).containsExactly(2L);
    }

    @Test
    void forgedAppointmentsDoNotPileUp() {
        for (int i = 0; i < 9; i++) robot.forged(ADMIN, "", "delegate mallory" + i + "@evil.example .nl");

        assertThat(robot.cases()).hasSize(1); // MAIL_RULES 21
    }

    @Test
    void aForgedAppointmentIsAskedAboutLastOfAllThatWaits() {
        robot.forged(ADMIN, "", "delegate mallory@evil.example .nl");
        String application = Probe.token(robot.unproved("x@r.example", "", APPLICATION), ADMIN);
        robot.unproved("y@r.example", "", person(1, "Y", "y@r.example", "+31 6 12345679") + "ccTLD: .nl");

        robot.proved(ADMIN, application, "deny");

        assertThat(Probe.text(Probe.to(robot.at("2027-01-14T11:00:00Z"), ADMIN))).contains("y@r.example"); // MAIL_RULES 21b
    }

    @Test
    void aProvedAppointmentIsNotPushedAsideByMailWithoutProof() {
        robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl");

        robot.unproved("x@r.example", "", APPLICATION);
        robot.forged(ADMIN, "", "undelegate .nl");

        assertThat(open()).containsExactly(1L); // MAIL_RULES 21b
    }

    /// @return the admin contact's notice
    private Posted appointed() {
        String question = Probe.token(robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl"), ADMIN);
        String proof = Probe.token(robot.proved(ADMIN, question, "confirm"), DEPUTY);
        return Probe.to(robot.unproved(DEPUTY, proof, "confirm"), ADMIN);
    }

    private boolean speaks() {
        return robot.delegate(".nl").filter(delegate -> delegate.proved().isPresent()).isPresent();
    }

    @Test
    void anAppointmentIsTakenBackWithBothProofsAndNotWithOne() {
        String undo = appointed().token().orElseThrow();

        robot.unproved(ADMIN, undo, "undo");
        assertThat(speaks()).isTrue(); // P7
        var letters = robot.proved(ADMIN, undo, "undo");

        assertThat(robot.delegate(".nl")).isEmpty(); // X31, N28
        assertThat(Probe.count(letters, DEPUTY)).isEqualTo(1);
    }

    @Test
    void anAppointmentIsTakenBackBeforeTheDelegateHasAnswered() {
        String question = Probe.token(robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl"), ADMIN);
        var named = robot.proved(ADMIN, question, "confirm");

        robot.proved(ADMIN, Probe.token(named, ADMIN), "undo");
        robot.proved(DEPUTY, Probe.token(named, DEPUTY), "confirm");

        assertThat(robot.delegate(".nl")).isEmpty(); // N28
    }

    @Test
    void anAppointmentIsNotTakenBackAfterThreeDays() {
        String undo = appointed().token().orElseThrow();
        robot.at("2027-01-17T10:00:01Z");

        var letters = robot.proved(ADMIN, undo, "undo");

        assertThat(speaks()).isTrue(); // P7
        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("72 hours");
    }

    @Test
    void aNoAfterTheYesToADelegateIsAHintToUndo() {
        String question = Probe.token(robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl"), ADMIN);
        robot.proved(ADMIN, question, "confirm");

        String undo = Probe.token(robot.proved(ADMIN, question, "deny"), ADMIN);
        assertThat(robot.delegate(".nl")).isPresent(); // MAIL_RULES 13
        robot.proved(ADMIN, undo, "undo");

        assertThat(robot.delegate(".nl")).isEmpty(); // P7
    }

    @Test
    void anotherContactAtIanaEndsTheDelegateOnTheSameDay() {
        appointed();
        robot.administered("new@registry.example", ".nl");

        var letters = robot.keptHouse("2027-01-15T03:30:00Z");

        assertThat(robot.delegate(".nl")).isEmpty(); // X31
        assertThat(Probe.text(Probe.to(letters, DEPUTY))).contains("names another administrative contact"); // X31
        assertThat(Probe.count(letters, "new@registry.example")).isEqualTo(1);
        assertThat(Probe.count(robot.keptHouse("2027-01-16T03:30:00Z"), DEPUTY)).isZero();
    }

    @Test
    void anotherContactAtIanaEndsTheDelegateWhoHasNotAnsweredYet() {
        String question = Probe.token(robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl"), ADMIN);
        String proof = Probe.token(robot.proved(ADMIN, question, "confirm"), DEPUTY);
        robot.administered("new@registry.example", ".nl");

        robot.proved(DEPUTY, proof, "confirm");

        assertThat(robot.delegate(".nl")).isEmpty(); // X31
        assertThat(robot.cases()).noneMatch(Case::open);
    }

    @Test
    void whileIanaIsSilentADelegateStays() {
        appointed();
        robot.silent(".nl");

        robot.keptHouse("2027-01-15T03:30:00Z");

        assertThat(speaks()).isTrue(); // X29
    }

    @Test
    void theTwelveMonthsAreTheLongest() {
        robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl until 2030-01-01");

        assertThat(((Matter.Appointment) robot.matter(1).matter()).until()).isEqualTo("2028-01-14"); // X31
    }

    @Test
    void aDelegateNamesNobodyAndEndsNobody() {
        appointed();

        var letters = robot.proved(DEPUTY, "", "delegate other@backoffice.example .nl");
        robot.proved(DEPUTY, "", "undelegate .nl");

        assertThat(Probe.text(Probe.to(letters, DEPUTY))).contains("only the IANA administrative contact"); // X31
        assertThat(robot.delegate(".nl").orElseThrow().address()).hasToString(DEPUTY); // X31
    }

    @Test
    void aDelegateDoesNotUndoWhatTheAdminContactDid() {
        appointed();
        String form = Probe.token(robot.proved(ADMIN, "", "modify .nl"), ADMIN);
        String undo = Probe.token(robot.proved(ADMIN, form, person(1, "A", "a@r.example", "+31 6 99999999") + STATEMENT), ADMIN);

        robot.proved(DEPUTY, undo, "undo");

        assertThat(robot.entry("A").person().phone().e164()).isEqualTo("+31699999999"); // X31
    }

    @Test
    void theSecretOfAQuestionToTheAdminContactIsNoProofOfTheDelegate() {
        appointed();
        String question = Probe.token(robot.proved("x@r.example", "", APPLICATION), ADMIN);

        robot.proved(DEPUTY, question, "confirm");

        assertThat(robot.members()).containsExactly("A"); // X31, R041
    }

    @Test
    void whomADelegateAddsWhenThePlacesHaveGoneTheAdminContactIsAskedAbout() {
        appointed();
        String form = Probe.token(robot.member(".nl", 2, "B", "b@r.example").proved(DEPUTY, "", "modify .nl"), DEPUTY);
        robot.member(".nl", 3, "C", "c@r.example");

        var letters = robot.proved(DEPUTY, form, person(3, "D", "d@r.example", "+31 6 12345678"));

        robot.proved(ADMIN, Probe.token(letters, ADMIN), "3");
        assertThat(robot.members()).containsExactly("A", "B", "D"); // X16, X31
    }

    /// @return the letters of the appointment: to the admin contact, and the question to the delegate
    private List<Posted> named() {
        return robot.proved(ADMIN, Probe.token(robot.proved(ADMIN, "", "delegate " + DEPUTY + " .nl"), ADMIN), "confirm");
    }

    @Test
    void whomTheAdminContactDismissesBeforeHeAnswersIsAskedNoMore() {
        var proof = named();

        robot.proved(ADMIN, "", "undelegate .nl");

        assertThat(open()).isEmpty(); // X31
        robot.proved(DEPUTY, Probe.token(proof, DEPUTY), "confirm");
        assertThat(robot.delegate(".nl")).isEmpty(); // X31
    }

    @Test
    void whoNamedADelegateHearsThatHeIsForgotten() {
        robot.administered("admin@nic.example", ".be").member(".be", 1, "D", DEPUTY);
        robot.proved(DEPUTY, Probe.token(named(), DEPUTY), "confirm");
        String forget = robot.proved(DEPUTY, "", "forget").stream().flatMap(letter -> letter.token().stream()).findFirst().orElseThrow();

        var letters = robot.proved(DEPUTY, forget, "confirm");

        assertThat(robot.delegate(".nl")).isEmpty(); // L45
        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains(DEPUTY, "no more"); // X31
    }
}
