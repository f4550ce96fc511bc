package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.*;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An `urgent` comes to its end, whoever shares an address with whom (N13).
class UrgencyEndsTest {
    private static final String ZOE = "zoe@nic.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = in(folder).administered("hostmaster@registry.example", ".nl", ".fr").member("fr", 1, "Zoe Martin", ZOE)
                .member("nl", 1, "Anna Vermeer", true, "anna@registry.example", "noc@registry.example").member("nl", 2, "Bob", true, "noc@registry.example");
    }

    @Test
    void whose_only_address_was_asked_with_another_letter_is_not_asked_for_ever() {
        robot.proved(ZOE, "", "urgent .nl");

        assertThat(text(to(robot.at("2027-01-14T10:16:00Z"), ZOE))).contains("every contact of .nl"); // N13
        assertThat(robot.at("2027-01-14T10:32:00Z")).isEmpty();
        robot.at("2027-01-15T10:01:00Z");
        assertThat(robot.cases()).noneMatch(matter -> matter.open()); // N13
    }
}
