package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Change;

/// The form that `modify` sent comes back after the members have changed (N07): only what was written into it counts.
class StaleFormTest {
    private static final String NEW = "+31 6 99999999";

    @TempDir
    private Path folder;

    private Probe robot;
    private String form = "";

    @BeforeEach
    void shown() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl").member(".nl", 1, "Anna", "anna@r.example").member(".nl", 2, "Bert", "bert@r.example");
        form = Probe.token(robot.proved(ADMIN, "", "modify .nl"), ADMIN);
    }

    private void bertLeaves() {
        robot.proved("bert@r.example", "", "unsubscribe");
        assertThat(robot.members()).containsExactly("Anna");
    }

    /// Bert has another number and another address since.
    private void bertMoves() {
        robot.apply(new Change.MemberGone(robot.entry("Bert").id()));
        robot.member(".nl", 2, "Bert", "bert@new.example", "+31 6 77777777");
    }

    @Test
    void whoLeftStaysAwayWhenALineOfAnotherComesBack() {
        bertLeaves();

        robot.proved(ADMIN, form, "Contact Person #1:\nMobile phone number: " + NEW + "\n");

        assertThat(robot.members()).containsExactly("Anna"); // N07, P7
        assertThat(robot.entry("Anna").person().phone().typed()).isEqualTo(NEW); // R048
    }

    @Test
    void whoLeftStaysAwayWhenTheWholeFormComesBack() {
        bertLeaves();

        robot.proved(ADMIN, form, person(1, "Anna", "anna@r.example", NEW) + person(2, "Bert", "bert@r.example", "+31 6 11111112") + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna"); // N07, P7
    }

    @Test
    void dataThatChangedSinceIsNotPutBackByLinesThatNobodyTouched() {
        bertMoves();

        robot.proved(ADMIN, form, person(1, "Anna", "anna@r.example", NEW) + person(2, "Bert", "bert@r.example", "+31 6 11111112") + STATEMENT);

        assertThat(robot.entry("Anna").person().phone().typed()).isEqualTo(NEW); // R048
        assertThat(robot.entry("Bert").person().address()).hasToString("bert@new.example"); // N07
        assertThat(robot.entry("Bert").person().phone().e164()).isEqualTo("+31677777777"); // N07
    }

    @Test
    void aLineOfSomebodyWhoMovedSinceChangesThatLineAlone() {
        bertMoves();

        robot.proved(ADMIN, form, "Contact Person #2:\nMobile phone number: " + NEW + "\n");

        assertThat(robot.entry("Bert").person().address()).hasToString("bert@new.example"); // N07
        assertThat(robot.entry("Bert").person().phone().typed()).isEqualTo(NEW); // R048
    }

    @Test
    void whoMovedSinceAndIsLeftOutOfTheWholeFormLeaves() {
        bertMoves();

        robot.proved(ADMIN, form, person(1, "Anna", "anna@r.example", "+31 6 11111111") + "Contact Person #2:\nName:\nEmail address:\nMobile phone number:\n\n" + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna"); // R047
    }

    @Test
    void theDataOfOneCcTldDoNotComeIntoTheFormOfAnother() {
        robot.administered(ADMIN, ".nl", ".fr");

        var letters = robot.proved(ADMIN, form, "Contact Person #1:\nMobile phone number: " + NEW + "\nccTLD: .fr\n");

        assertThat(letters).noneMatch(letter -> Probe.text(letter).contains("bert@r.example")); // N09, P5
        assertThat(robot.members()).containsExactly("Anna", "Bert"); // N09
    }

    @Test
    void aForgedModifyDoesNotMakeTheFormVoidThatIsBeingFilledIn() {
        robot.at("2027-01-18T10:00:00Z");
        robot.forged(ADMIN, "", "modify .nl");

        robot.proved(ADMIN, form, "Contact Person #1:\nMobile phone number: " + NEW + "\n");

        assertThat(robot.entry("Anna").person().phone().typed()).isEqualTo(NEW); // N07
    }

    @Test
    void anSscWhoMendsTheFormOfHisEntryStillChangesThatEntry() {
        String own = Probe.token(robot.proved("bert@r.example", "", "modify"), "bert@r.example");
        var sentBack = robot.proved("bert@r.example", own, person(2, "Albert", "albert@new.example", "none"));

        var asked = robot.proved("bert@r.example", Probe.token(sentBack, "bert@r.example"), "Mobile phone number: " + NEW + "\n");

        assertThat(Probe.text(Probe.to(asked, ADMIN))).contains("bert@r.example", "albert@new.example"); // N06, N07
    }

    @Test
    void theFormIsFilledInWhereItStands() {
        var letter = Probe.to(robot.proved(ADMIN, "", "modify .nl"), ADMIN);

        assertThat(Probe.text(letter)).doesNotContain("above this line"); // N07
    }
}
