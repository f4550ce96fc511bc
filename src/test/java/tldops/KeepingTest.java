package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;

/// Backup and restore as they are typed, and a robot that has nothing to do.
class KeepingTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    @Test
    void a_running_robot_is_backed_up_and_what_is_restored_sends_when_it_is_told_to() throws Exception {
        Path file = folder.resolve("backup.zip");
        try (Running running = terminal.running()) {
            terminal.type("invite", "nl");
            running.daemon().settle();

            JsonNode made = terminal.json("backup", file.toString());
            assertThat(made.get("cases").asInt()).isEqualTo(1);
            assertThat(made.get("verified").asBoolean()).isTrue();
            assertThat(terminal.type("backup", file.toString())).isEqualTo(Exit.NO);
            assertThat(terminal.err()).startsWith("No backup was written: ").contains("--force").hasLineCount(1);
            assertThat(terminal.type("restore", "--force", file.toString())).as("while it runs").isEqualTo(Exit.NO);
            assertThat(terminal.err()).contains("another tldops-robot is running").hasLineCount(1);
            terminal.type("invite", "fr");
        }
        assertThat(terminal.type("restore", file.toString())).isEqualTo(Exit.NO);

        assertThat(terminal.type("restore", "--force", file.toString())).as("%s", terminal.err()).isZero();

        assertThat(terminal.out()).contains("1 cases", "before-restore", "Sending is held");
        try (Running running = terminal.running()) {
            assertThat(terminal.json("cases")).as("what came after the backup is not there").hasSize(1);
            terminal.type("invite", "fr");
            running.daemon().settle();
            assertThat(terminal.json("outbox").get(0).get("note").asText()).startsWith("restored from backup.zip");

            assertThat(terminal.type("outbox", "release")).isZero();

            running.daemon().settle();
            assertThat(terminal.json("outbox")).isEmpty();
        }
    }

    @Test
    void without_a_daemon_the_command_writes_the_backup_itself() throws Exception {
        assertThat(terminal.type("invite", "nl")).isZero();

        assertThat(terminal.type("backup", "--no-verify", folder.resolve("b.zip").toString())).isZero();

        assertThat(terminal.out()).contains("VERIFIED  no", "CASES  1", "SHA256  ");
    }

    @Test
    void the_database_is_all_in_the_data_folder_that_must_survive() throws Exception {
        try (Running running = terminal.running(); Stream<Path> files = Files.list(terminal.data())) {
            terminal.type("invite", "nl");
            running.daemon().settle();
            // whoever adds a file here that is no trial and can not be made anew must put it into the backup, too;
            // arriving and leaving hold what is on its way into the database, and the backup waits for it
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly("arriving", "leaving", "tldops.mv.db", "lock", "place", "tldops.sock", "maildir");
        }
    }

    @Test
    void an_idle_robot_writes_nothing() throws Exception {
        try (Running running = terminal.running()) {
            terminal.type("invite", "nl");
            running.daemon().settle();
            FileTime written = Files.getLastModifiedTime(terminal.data().resolve("tldops.mv.db"));

            for (int round = 0; round < 5; round++) running.daemon().settle();

            assertThat(Files.getLastModifiedTime(terminal.data().resolve("tldops.mv.db"))).isEqualTo(written);
        }
    }

    @Test
    void housekeeping_that_is_done_for_a_day_to_come_clears_nothing_that_is_young() throws Exception {
        try (Running running = terminal.running()) {
            terminal.deliver("From: ann@stranger.example\nTo: tld-ops-request@lists.example\nMessage-ID: <1@stranger.example>\nSubject: help\n\nhelp\n");
            running.daemon().settle();

            assertThat(terminal.type("duty", "housekeeping", "--at", "2999-01-18T09:00Z")).as("%s", terminal.err()).isZero();

            terminal.type("inbox", "show", "1");
            assertThat(terminal.out()).contains("Subject: help").doesNotContain("cleared away");
        }
    }
}
