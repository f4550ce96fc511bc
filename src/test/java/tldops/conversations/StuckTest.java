package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Request;
import tldops.core.Stage;

/// Turns of events after which a case once stood still, went on for ever or hit the wrong person; now each has its end.
class StuckTest {
    private static final String ANNA = person(1, "Anna", "anna@registry.example", "+31 6 12345678");

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void started() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl");
    }

    private void full() {
        robot.member(".nl", 1, "A", "a@r.example").member(".nl", 2, "B", "b@r.example").member(".nl", 3, "C", "c@r.example");
    }

    @Test
    void whoMakesRoomIsAskedAnewWhenAnUndoFilledThePlace() {
        full();
        String first = Probe.token(robot.proved("d@r.example", "", person(1, "D", "d@r.example", "+31 6 12345678") + "ccTLD: .nl"), ADMIN);
        robot.proved("e@r.example", "", person(1, "E", "e@r.example", "+31 6 12345679") + "ccTLD: .nl");
        String undo = Probe.token(robot.unproved(ADMIN, first, "1"), ADMIN);
        String second = Probe.token(robot.at("2027-01-14T11:00:00Z"), ADMIN);
        robot.unproved("a@r.example", Probe.token(robot.proved(ADMIN, undo, "undo"), "a@r.example"), "confirm");

        var letters = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> robot.proved(ADMIN, second, "1"));

        assertThat(robot.members()).containsExactly("A", "B", "C"); // X16
        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("1   A, a@r.example"); // X16
    }

    @Test
    void whoAskedTwiceIsAdmittedOnceFromAJoinedQuestion() {
        robot.unproved("k@r.example", "", person(1, "K", "k@r.example", "+31 6 12345600") + "ccTLD: .nl");
        robot.unproved("j@r.example", "", person(1, "J", "j@r.example", "+31 6 12345678") + "ccTLD: .nl");
        robot.unproved("j@r.example", "", person(1, "J", "j@r.example", "+31 6 12345699") + "ccTLD: .nl");
        robot.judge(1, Request.Word.CLOSE);

        var letters = robot.proved(ADMIN, Probe.token(robot.at("2027-01-14T11:00:00Z"), ADMIN), "confirm");

        assertThat(robot.members()).containsExactly("J"); // MAIL_RULES 21b
        assertThat(letters.stream().map(letter -> letter.header("Message-ID"))).doesNotHaveDuplicates(); // MAIL_RULES 12
        assertThat(Probe.count(letters, "j@r.example")).isEqualTo(1); // MAIL_RULES 21b
    }

    @Test
    void twoRequestsOfOneApplicantEndWithLettersOfTheirOwn() {
        String asks = person(1, "X", "x@r.example", "+31 6 1234567");
        robot.proved("x@r.example", "", asks.replace("1234567", "12345678") + "ccTLD: .nl");
        robot.at("2027-01-25T10:00:00Z");
        robot.at("2027-02-03T10:00:00Z");
        robot.proved("x@r.example", "", asks.replace("1234567", "12345679") + "ccTLD: .nl");
        robot.judge(1, Request.Word.RELEASE);

        robot.at("2027-02-12T10:00:00Z");
        var letters = robot.at("2027-03-03T10:00:00Z");

        assertThat(letters.stream().map(Posted::envelope)).isNotEmpty().doesNotHaveDuplicates(); // MAIL_RULES 19
        assertThat(robot.cases()).noneMatch(Case::open); // R031
    }

    @Test
    void aDefectivePersonMayBeLeftOutOfTheMendedForm() {
        String form = Probe.token(robot.invite(".nl"), ADMIN);
        var sentBack = robot.proved(ADMIN, form, ANNA + person(2, "Bram", "bram@registry.example", "no idea") + STATEMENT);

        robot.proved(ADMIN, Probe.token(sentBack, ADMIN), ANNA + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna"); // N06
    }

    @Test
    void theOldAddressBouncingLateDoesNotHoldWhatTheNewOneWasAsked() {
        Posted invitation = Probe.to(robot.invite(".nl"), ADMIN);
        robot.administered("new@registry.example", ".nl");
        robot.bounced(invitation);
        robot.judge(1, Request.Word.RELEASE);

        robot.bounced(invitation);

        assertThat(robot.matter(1).stage()).isInstanceOf(Stage.Asked.class); // MAIL_RULES 25
    }

    @Test
    void anEndedInvitationIsNotReleasedOnceAnotherWasAnswered() {
        robot.invite(".nl");
        robot.at("2027-01-25T10:00:00Z");
        robot.at("2027-02-03T10:00:00Z");
        robot.proved(ADMIN, Probe.token(robot.invite(".nl"), ADMIN), ANNA + STATEMENT);

        var letters = robot.judge(1, Request.Word.RELEASE);

        assertThat(Probe.count(letters, ADMIN)).isZero(); // P3
        assertThat(robot.cases()).noneMatch(Case::open); // P3
    }

    @Test
    void aNewListForAFullCcTldReplacesOnlyWhomTheAdminContactNames() {
        full();
        String list = person(1, "A", "a@r.example", "+31 6 11111111") + person(2, "B", "b@r.example", "+31 6 11111112") + person(3, "D", "d@r.example", "+31 6 12345670");
        String who = Probe.token(robot.proved(ADMIN, "", list + STATEMENT + "ccTLD: .nl"), ADMIN);

        robot.proved(ADMIN, who, "3");
        robot.at("2027-01-14T11:00:00Z");

        assertThat(robot.members()).containsExactly("A", "B", "D"); // X16
        assertThat(robot.cases()).noneMatch(Case::open); // X16
    }

    @Test
    void aNewListForAFullCcTldThatAlsoChangesSomebodyAsksForTheChangeAndThenWhomToReplace() {
        full();
        String list = person(1, "A", "a@r.example", "+31 6 12345678") + person(2, "B", "b@r.example", "+31 6 11111112") + person(3, "D", "d@r.example", "+31 6 12345670");
        robot.proved(ADMIN, Probe.token(robot.proved(ADMIN, "", list + STATEMENT + "ccTLD: .nl"), ADMIN), "confirm");

        robot.proved(ADMIN, Probe.token(robot.at("2027-01-14T11:00:00Z"), ADMIN), "3");
        robot.at("2027-01-14T12:00:00Z");

        assertThat(robot.members()).containsExactly("A", "B", "D"); // X16
        assertThat(robot.cases()).noneMatch(Case::open); // X16
    }

    @Test
    void aDigitOfTheReminderCountsAsTheReminderShowsIt() {
        robot.member(".nl", 2, "B", "b@r.example").member(".nl", 3, "C", "c@r.example");
        var asked = robot.proved("a@r.example", "", person(1, "A", "a@r.example", "+31 6 12345671") + "ccTLD: .nl");
        String undo = Probe.token(robot.unproved(ADMIN, Probe.token(asked, ADMIN), "confirm"), ADMIN);
        robot.proved("d@r.example", "", person(1, "D", "d@r.example", "+31 6 12345678") + "ccTLD: .nl");
        robot.proved(ADMIN, undo, "undo");

        var reminder = robot.at("2027-01-25T10:00:00Z");
        robot.proved(ADMIN, Probe.token(reminder, ADMIN), "2");

        assertThat(robot.members()).containsExactly("B", "C"); // X16
    }

    @Test
    void aMendedFormForTwoCcTldsAsksAboutBoth() {
        robot.administered(ADMIN, ".be");
        var sentBack = robot.proved(ADMIN, "", person(1, "J", "j@r.example", "none") + STATEMENT + "ccTLD: .nl .be");

        var asked = robot.proved(ADMIN, Probe.token(sentBack, ADMIN), "Mobile phone number: +31 6 12345678");

        assertThat(Probe.count(sentBack, ADMIN)).isEqualTo(1); // N06
        assertThat(Probe.count(asked, ADMIN)).isEqualTo(2); // N09
        assertThat(robot.cases()).hasSize(2).allMatch(matter -> matter.stage() instanceof Stage.Asked); // N09
    }

    @Test
    void thePasswordOfAMemberServesHimInEachOfHisCcTlds() {
        robot.member(".nl", 1, "A", "a@r.example");
        String password = robot.proved("a@r.example", "", "password").stream().flatMap(letter -> letter.secret().stream()).findFirst().orElseThrow();
        robot.member(".be", 1, "A", "a@r.example");

        var answer = robot.unproved("a@r.example", "", "who " + password);

        assertThat(Probe.text(Probe.to(answer, "a@r.example"))).contains("+31 6 11111111, .be", "+31 6 11111111, .nl"); // X07
    }

    @Test
    void aLateFormWithADefectIsSentBackForMending() {
        String form = Probe.token(robot.invite(".nl"), ADMIN);
        robot.at("2027-01-25T10:00:00Z");
        robot.at("2027-02-03T10:00:00Z");

        var sentBack = robot.proved(ADMIN, form, person(1, "Anna", "anna@registry.example", "") + STATEMENT);

        assertThat(Probe.text(Probe.to(sentBack, ADMIN))).contains("The mobile phone number is missing."); // N06
        assertThat(robot.matter(1).open()).isTrue(); // X32
    }

    @Test
    void whoSeemedUnreachableMayAnswerAllTheSame() {
        String verdict = Probe.token(robot.proved("j@r.example", "", person(1, "J", "j@r.example", "+31 6 12345678") + "ccTLD: .nl"), ADMIN);
        robot.apply(new Change.CaseSaved(robot.matter(1).at(new Stage.Held(Stage.Why.UNREACHABLE, robot.now(), 0, true))));

        robot.proved(ADMIN, verdict, "confirm");

        assertThat(robot.members()).containsExactly("J"); // P2
        assertThat(robot.outcome(1)).contains(Stage.Outcome.ADMITTED); // X29
    }

    @Test
    void theSecretOfTheFirstLetterAnswersTheSameQuestionAskedAgain() {
        String first = Probe.token(robot.proved("j@r.example", "", person(1, "J", "j@r.example", "+31 6 12345678") + "ccTLD: .nl"), ADMIN);
        robot.forged(ADMIN, "", "confirm");
        robot.proved(ADMIN, first, "confirm");
        List<Posted> more = new ArrayList<>();

        for (int i = 0; i < 12; i++) more.addAll(robot.unproved(ADMIN, first, "confirm"));

        assertThat(robot.members()).containsExactly("J"); // L23
        assertThat(more).hasSize(1); // MAIL_RULES 13
    }

    @Test
    void aSecondAnswerToALetterForTwoCcTldsOpensACaseForEach() {
        robot.administered(ADMIN, ".be");
        var invited = robot.invite(".nl", ".be");
        String references = "Reference: " + invited.getFirst().token().orElseThrow() + "\nReference: " + invited.getLast().token().orElseThrow() + "\nccTLD: .nl .be\n\n";
        robot.proved(ADMIN, "", references + ANNA + STATEMENT);

        var letters = robot.proved(ADMIN, "", references + ANNA.replace("12345678", "87654321") + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna", "Anna");
        assertThat(letters.stream().map(letter -> letter.header("Message-ID"))).doesNotHaveDuplicates(); // MAIL_RULES 12
        assertThat(robot.cases().stream().filter(Case::open).flatMap(matter -> matter.tld().stream())).hasSize(2); // N09
    }

    @Test
    void threeRemovalsOfOneMailAreAskedOneAfterTheOther() {
        full();

        var letters = robot.proved(ADMIN, "", "remove a@r.example .nl\nremove b@r.example .nl\nremove b@r.example .nl\nremove c@r.example .nl");

        assertThat(robot.cases().stream().map(Case::stage).filter(stage -> stage instanceof Stage.Asked)).hasSize(1); // MAIL_RULES 21
        assertThat(robot.cases()).hasSize(3).allMatch(Case::open); // MAIL_RULES 21b
        assertThat(Probe.count(letters, ADMIN)).as("the question, and once that the others wait").isEqualTo(2); // MAIL_RULES 21
        robot.proved(ADMIN, letters.stream().flatMap(letter -> letter.token().stream()).findFirst().orElseThrow(), "confirm");
        robot.proved(ADMIN, Probe.token(robot.at("2027-01-14T11:00:00Z"), ADMIN), "confirm");
        assertThat(robot.members()).containsExactly("C"); // R049
    }

    @Test
    void aRemovalDoesNotEndTheQuestionAboutAnother() {
        full();
        robot.proved(ADMIN, "", "remove a@r.example .nl");
        String second = Probe.token(robot.proved(ADMIN, "", "remove b@r.example .nl"), ADMIN);

        robot.proved(ADMIN, second, "confirm");
        robot.proved(ADMIN, Probe.token(robot.at("2027-01-14T11:00:00Z"), ADMIN), "confirm");

        assertThat(robot.members()).containsExactly("C"); // R049
    }

    @Test
    void aFailedQuestionIsNotOpenedAgainBesideAnother() {
        robot.proved("x@r.example", "", person(1, "X", "x@r.example", "+31 6 12345678") + "ccTLD: .nl");
        robot.at("2027-01-25T10:00:00Z");
        robot.at("2027-02-03T10:00:00Z");
        robot.proved("y@r.example", "", person(1, "Y", "y@r.example", "+31 6 12345679") + "ccTLD: .nl");

        robot.judge(1, Request.Word.EXTEND);

        assertThat(robot.cases().stream().filter(Case::open).map(Case::number)).containsExactly(2L); // P3, MAIL_RULES 21
    }

    @Test
    void aFailedFormToMendIsNotOpenedAgain() {
        robot.proved(ADMIN, "", person(1, "J", "j@r.example", "none") + STATEMENT + "ccTLD: .nl");
        robot.at("2027-02-03T10:00:00Z");

        robot.judge(1, Request.Word.EXTEND);

        assertThat(robot.outcome(1)).contains(Stage.Outcome.FAILED); // P3
    }

    @Test
    void whomAFormNamesIsReConfirmedThoughItAlsoChangesSomebody() {
        robot.takenOver(".nl", 1, "A", "a@r.example").takenOver(".nl", 2, "B", "b@r.example").takenOver(".nl", 3, "C", "c@r.example");
        String form = Probe.token(robot.invite(".nl"), ADMIN);

        robot.proved(ADMIN, form, person(1, "A", "a@r.example", "+31 6 12345678") + person(2, "B", "b@r.example", "+31 6 11111112") + STATEMENT);

        assertThat(robot.unconfirmed()).containsExactly("C"); // N40
    }
}
