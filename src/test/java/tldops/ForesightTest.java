package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Registry;

/// `tldops forecast` beside a running robot, and without one (N31).
class ForesightTest {
    @TempDir
    private Path folder;

    @Test
    void the_reminder_is_foreseen_for_when_the_cases_say_and_the_robot_does_not_move() throws Exception {
        Terminal terminal = new Terminal(folder);
        terminal.configure("clock.deadlines = \"0 0 * * * ?\"");
        try (Running running = terminal.running()) {
            terminal.type("invite", "nl");
            running.daemon().settle();
            String due = terminal.json("cases").get(0).get("due").asText();
            long lines = running.daemon().store().journals().last();
            int cases = running.daemon().robot().ask(Registry::cases).join().size();

            JsonNode foreseen = terminal.json("forecast", "4w");

            List<JsonNode> reminders = rows(foreseen, "InvitationReminder");
            assertThat(reminders).hasSize(1); // N31
            assertThat(reminders.getFirst().get("to").get(0).asText()).isEqualTo("admin@nl-registry.example");
            assertThat(reminders.getFirst().get("ccTld").asText()).isEqualTo(".nl");
            String at = OffsetDateTime.parse(reminders.getFirst().get("at").asText()).toInstant().toString();
            assertThat(due).isEqualTo("reminder " + at.substring(0, 16).replace('T', ' ') + "Z");
            assertThat(rows(foreseen, "Escalation")).hasSize(1); // N31
            assertThat(running.daemon().store().journals().last()).isEqualTo(lines);
            assertThat(running.daemon().robot().ask(Registry::cases).join()).hasSize(cases);
            assertThat(rows(terminal.json("forecast", "12h"), "InvitationReminder")).isEmpty();
        }
        assertThat(rows(terminal.json("forecast", "4w"), "InvitationReminder")).as("no robot runs").hasSize(1);
    }

    @Test
    void what_waits_in_the_outbox_leaves_first() throws Exception {
        Terminal terminal = new Terminal(folder);
        terminal.type("invite", "nl");

        JsonNode first = terminal.json("forecast", "12h").get(0);

        assertThat(first.get("letter").asText()).isEqualTo("Invitation");
        assertThat(first.get("ccTld").asText()).isEqualTo(".nl");
    }

    private static List<JsonNode> rows(JsonNode all, String letter) {
        return all.valueStream().filter(row -> row.get("letter").asText().equals(letter)).toList();
    }
}
