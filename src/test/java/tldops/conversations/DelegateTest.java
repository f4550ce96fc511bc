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
}
