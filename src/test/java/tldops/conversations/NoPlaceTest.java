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
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Stage;
import tldops.core.Tld;

/// Between a question about a change and its yes the places may go, and what was asked for may come about otherwise: nobody is
/// dropped without a word (X16, P2).
class NoPlaceTest {
    private static final String CHANGED = person(1, "A", "a@r.example", "+31 6 99999999");
    private static final String NEWCOMER = person(3, "New", "new@r.example", "+31 6 44444444");
    private static final String TLD = "ccTLD: .nl\n" + STATEMENT;

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void twoMembers() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl").member(".nl", 1, "A", "a@r.example").member(".nl", 2, "B", "b@r.example");
    }

    private void third() {
        robot.member(".nl", 3, "C", "c@r.example");
    }

    @Test
    void whoFindsNoPlaceAtTheYesIsAskedAboutNext() {
        String question = Probe.token(robot.proved(ADMIN, "", CHANGED + NEWCOMER + TLD), ADMIN);
        third();

        var again = robot.proved(ADMIN, question, "confirm");
        robot.proved(ADMIN, Probe.token(again, ADMIN), "confirm");

        assertThat(robot.entry("A").person().phone().e164()).isEqualTo("+31699999999"); // R047
        var whom = Probe.to(robot.at("2027-01-14T11:00:00Z"), ADMIN);
        robot.proved(ADMIN, whom.token().orElseThrow(), "2");
        assertThat(robot.members()).containsExactly("A", "C", "New"); // X16
    }

    @Test
    void theQuestionTurnsIntoTheOneWhomToReplaceWhenNothingElseIsLeftOfIt() {
        String question = Probe.token(robot.proved(ADMIN, "", CHANGED + NEWCOMER + TLD), ADMIN);
        third();
        robot.apply(new Change.MemberGone(new Member.Id(Tld.of(".nl"), Address.of("a@r.example"))));
        robot.member(".nl", 1, "D", "d@r.example");

        var whom = robot.proved(ADMIN, question, "confirm");

        robot.proved(ADMIN, Probe.token(whom, ADMIN), "1");
        assertThat(robot.members()).containsExactly("B", "C", "New"); // X16
        assertThat(robot.cases()).hasSize(1).noneMatch(Case::open);
    }

    @Test
    void theAdminContactHearsWhenNothingIsLeftOfIt() {
        String question = Probe.token(robot.proved(ADMIN, "", CHANGED + TLD), ADMIN);
        robot.apply(new Change.MemberGone(new Member.Id(Tld.of(".nl"), Address.of("a@r.example"))));

        var letters = robot.proved(ADMIN, question, "confirm");

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("Nothing is left of what was asked for"); // P2
        assertThat(robot.outcome(1)).contains(Stage.Outcome.SUPERSEDED);
    }

    @Test
    void theMemberWhoAskedHearsWhenNothingIsLeftOfIt() {
        String question = Probe.token(robot.proved("b@r.example", "", person(1, "B", "b@r.example", "+31 6 99999999") + "ccTLD: .nl"), ADMIN);
        Matter.Change wish = (Matter.Change) robot.matter(1).matter();
        robot.apply(new Change.MemberSaved(robot.entry("B").as(wish.effect().changed().getFirst().after().person())));

        var letters = robot.proved(ADMIN, question, "confirm");

        assertThat(Probe.text(Probe.to(letters, "b@r.example"))).contains("nothing is left of the change"); // L36
    }

    @Test
    void severalCcTldsThatWaitForAPlaceGetCasesOfTheirOwn() {
        robot.administered(ADMIN, ".be").member(".be", 1, "A", "a@r.example").member(".be", 2, "B", "b@r.example");
        robot.proved(ADMIN, "", CHANGED + NEWCOMER + "ccTLD: .nl .be\n" + STATEMENT);
        third();
        robot.member(".be", 3, "C", "c@r.example");

        robot.at("2027-01-22T10:00:00Z");

        List<Case> waiting = robot.cases().stream().filter(matter -> matter.stage() instanceof Stage.Queued).toList();
        assertThat(waiting).hasSize(2).extracting(matter -> matter.tld().orElseThrow().label()).containsExactly("be", "nl"); // N09
        assertThat(robot.cases()).hasSize(4);
    }

    @Test
    void whomAFormNamesIsReConfirmedByTheYesToItsQuestion() {
        robot.takenOver(".be", 1, "T", "t@r.example").takenOver(".be", 2, "U", "u@r.example").administered(ADMIN, ".be");

        String question = Probe.token(robot.proved(ADMIN, "", person(1, "T", "t@r.example", "+31 6 99999999") + person(2, "U", "u@r.example", "+31 6 11111112") + "ccTLD: .be\n" + STATEMENT), ADMIN);
        robot.proved(ADMIN, question, "confirm");

        assertThat(robot.unconfirmed()).isEmpty(); // N40
    }

    @Test
    void whomAFormNamesIsReConfirmedByTheDigitForTheOneWhoMakesRoom() {
        robot.takenOver(".be", 1, "T", "t@r.example").takenOver(".be", 2, "U", "u@r.example").takenOver(".be", 3, "V", "v@r.example").administered(ADMIN, ".be");
        String form = person(1, "T", "t@r.example", "+31 6 11111111") + person(2, "U", "u@r.example", "+31 6 11111112") + NEWCOMER + "ccTLD: .be\n" + STATEMENT;

        var whom = robot.proved(ADMIN, "", form);
        robot.proved(ADMIN, Probe.token(whom, ADMIN), "3");

        assertThat(robot.unconfirmed()).isEmpty(); // N40
        assertThat(robot.members()).containsExactly("A", "B", "New", "T", "U"); // X16
    }

    @Test
    void whoIsNotNamedByHisColleaguesChangeIsNotReConfirmedByIt() {
        robot.takenOver(".be", 1, "T", "t@r.example").takenOver(".be", 2, "U", "u@r.example").administered(ADMIN, ".be");

        String question = Probe.token(robot.proved("t@r.example", "", person(1, "T", "t@r.example", "+31 6 99999999") + "ccTLD: .be"), ADMIN);
        robot.proved(ADMIN, question, "confirm");

        assertThat(robot.unconfirmed()).containsExactly("U"); // N40
    }
}
