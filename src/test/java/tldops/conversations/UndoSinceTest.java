package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Change;
import tldops.core.Member;

/// What came between a change and its undo is left as it is.
class UndoSinceTest {
    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void started() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl");
    }

    private String annasForm(String time) {
        robot.member(".nl", 1, "Anna", "anna@r.example");
        robot.at(time);
        return Probe.token(robot.proved(ADMIN, "", "modify .nl"), ADMIN);
    }

    @Test
    void aNoToTheOldQuestionLeavesTheUndoOfTheChange() {
        String form = annasForm("2027-01-14T10:00:00Z");
        String verdict = Probe.token(robot.unproved(ADMIN, form, "Contact Person #1:\nMobile phone number: +31 6 99999999\n"), ADMIN);
        String undo = Probe.token(robot.proved(ADMIN, verdict, "confirm"), ADMIN);

        robot.forged(ADMIN, verdict, "deny");
        robot.proved(ADMIN, undo, "undo");

        assertThat(robot.entry("Anna").person().phone().typed()).isEqualTo("+31 6 11111111"); // P7
    }

    @Test
    void anUndoLeavesTheListPasswordThatWasFetchedSince() {
        String form = annasForm("2027-01-14T10:00:00Z");
        String undo = Probe.token(robot.proved(ADMIN, form, "Contact Person #1:\nMobile phone number: +31 6 99999999\n"), ADMIN);
        robot.proved("anna@r.example", "", "password");

        robot.proved(ADMIN, undo, "undo");

        assertThat(robot.entry("Anna").person().phone().typed()).isEqualTo("+31 6 11111111"); // P7
        assertThat(robot.entry("Anna").passwordHash()).isPresent(); // L21
    }

    @Test
    void anUndoLeavesTheProofThatTheAddressGaveSince() {
        String form = annasForm("2027-01-14T10:00:00Z");
        Member anna = robot.entry("Anna");
        robot.apply(new Change.MemberSaved(anna.toProve(anna.proofToken(), anna.since())));
        String undo = Probe.token(robot.proved(ADMIN, form, "Contact Person #1:\nMobile phone number: +31 6 99999999\n"), ADMIN);
        robot.apply(new Change.MemberSaved(robot.entry("Anna").proved(robot.now())));

        robot.proved(ADMIN, undo, "undo");

        assertThat(robot.entry("Anna").proved()).isPresent(); // L21, L38
    }

    @Test
    void aNewAddressHasItsOwnDaysToAnswer() {
        String form = annasForm("2027-03-01T10:00:00Z");
        robot.proved(ADMIN, form, "Contact Person #1:\nEmail address: anna@new.example\n");

        assertThat(Probe.count(robot.at("2027-03-01T11:00:00Z"), ADMIN)).isZero(); // L38
        assertThat(Probe.count(robot.at("2027-04-01T11:00:00Z"), ADMIN)).isEqualTo(1); // L38
    }

    @Test
    void whoFindsNoPlaceToComeBackToHearsIt() {
        robot.member(".nl", 1, "Anna", "anna@r.example").member(".nl", 2, "Bram", "bram@r.example").member(".nl", 3, "Cleo", "cleo@r.example");
        String verdict = Probe.token(robot.proved(ADMIN, "", "remove anna@r.example .nl"), ADMIN);
        String undo = Probe.token(robot.proved(ADMIN, verdict, "confirm"), ADMIN);
        String back = Probe.token(robot.proved(ADMIN, undo, "undo"), "anna@r.example");
        robot.member(".nl", 1, "Dirk", "dirk@r.example");

        var letters = robot.proved("anna@r.example", back, "confirm");

        assertThat(robot.members()).doesNotContain("Anna");
        assertThat(Probe.text(Probe.to(letters, "anna@r.example"))).contains("have changed"); // P7
    }
}
