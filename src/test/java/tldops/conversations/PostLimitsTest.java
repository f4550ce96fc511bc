package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.text;
import static tldops.conversations.Probe.to;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody uses the list to flood anybody, and no machine talks with itself through it (L20, MAIL_RULES 21, 22).
class PostLimitsTest {
    private static final String ANNA = "anna@registry.example";
    private static final String BRAM = "bram@registry.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = Probe.in(folder).member("nl", 1, "Anna Vermeer", ANNA).member("nl", 2, "Bram de Wit", BRAM);
    }

    @Test
    void a_machine_that_answers_the_list_is_stopped_after_ten_in_an_hour() {
        for (int ticket = 1; ticket <= 10; ticket++) assertThat(to(robot.post(ANNA, "Ticket #" + ticket + " was opened.", true), BRAM).header("Subject")).contains("[tld-ops]");

        List<Posted> eleventh = robot.post(ANNA, "Ticket #11 was opened.", true);

        assertThat(Probe.count(eleventh, BRAM)).isZero(); // L20
        assertThat(text(to(eleventh, ANNA))).contains("a machine of yours that answers the list");
        assertThat(Probe.count(robot.unproved(ANNA, Probe.token(eleventh, ANNA), "confirm"), BRAM)).isOne();
    }

    @Test
    void posts_in_a_members_name_lead_to_a_few_questions_a_day() {
        int asked = 0;
        for (int forged = 1; forged <= 20; forged++) asked += (int) Probe.count(robot.post(ANNA, "Buy now, number " + forged, false), ANNA);

        assertThat(asked).isEqualTo(5); // L20
    }

    @Test
    void no_address_in_a_relays_words_gets_into_the_journal() {
        Posted post = to(robot.post(ANNA, "All name servers of the south are down.", true), BRAM);

        robot.bounced(post);

        assertThat(robot.journal()).noneMatch(line -> line.contains("@")); // L45
    }
}
