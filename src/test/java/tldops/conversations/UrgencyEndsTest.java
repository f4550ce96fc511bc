package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.*;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An `urgent` comes to its end a day after it was opened, whoever shares an address with whom (N13).
class UrgencyEndsTest {
    private static final String ZOE = "zoe@nic.example";

    @TempDir
    private Path folder;

    private Probe people(String... config) throws IOException {
        return in(folder, config).administered("hostmaster@registry.example", ".nl", ".fr").member("fr", 1, "Zoe Martin", ZOE);
    }

    @Test
    void whose_only_address_was_asked_with_another_letter_is_not_asked_for_ever() throws IOException {
        Probe robot = people().member("nl", 1, "Anna Vermeer", true, "anna@registry.example", "noc@registry.example").member("nl", 2, "Bob", true, "noc@registry.example");
        robot.proved(ZOE, "", "urgent .nl");

        assertThat(text(to(robot.at("2027-01-14T10:16:00Z"), ZOE))).contains("every contact of .nl"); // N13
        assertThat(robot.at("2027-01-14T10:32:00Z")).isEmpty();
        robot.at("2027-01-15T10:01:00Z");
        assertThat(robot.cases()).noneMatch(matter -> matter.open()); // N13
    }

    @Test
    void the_third_is_asked_though_both_addresses_of_the_second_were_called_before() throws IOException {
        Probe robot = people().member("nl", 1, "Anna Vermeer", true, "anna@registry.example", "noc@registry.example").member("nl", 2, "Bob", true, "noc@registry.example", "anna@registry.example")
                .member("nl", 3, "Cora", true, "cora@registry.example");
        robot.proved(ZOE, "", "urgent .nl");

        List<Posted> second = robot.at("2027-01-14T10:16:00Z");
        assertThat(count(second, "cora@registry.example")).isEqualTo(1); // N13
        List<Posted> later = new ArrayList<>();
        for (Instant at = Instant.parse("2027-01-14T10:20:00Z"); at.isBefore(Instant.parse("2027-01-14T20:00:00Z")); at = at.plusSeconds(900)) later.addAll(robot.at(at.toString()));
        assertThat(later).as("that all were asked, once, and nothing else").hasSize(1); // N13
        assertThat(text(later.getFirst())).contains("every contact of .nl");
    }

    @Test
    void after_a_day_nobody_is_called_any_more_however_many_are_left() throws IOException {
        Probe robot = people("urgent.step = 10h").member("nl", 1, "Anna Vermeer", "anna@registry.example").member("nl", 2, "Bob", "bob@registry.example").member("nl", 3, "Cora", "cora@registry.example");
        robot.proved(ZOE, "", "urgent .nl");
        robot.at("2027-01-14T20:01:00Z");

        List<Posted> over = robot.at("2027-01-15T10:01:00Z");

        assertThat(count(over, "cora@registry.example")).isZero(); // N13
        assertThat(text(to(over, ZOE))).contains("a day is over and nobody of .nl has answered"); // N13
        assertThat(robot.cases()).noneMatch(matter -> matter.open());
        assertThat(robot.at("2027-01-16T10:01:00Z")).isEmpty();
    }
}
