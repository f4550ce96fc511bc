package tldops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TldopsTest {
    private static final Path DATA = Path.of("/var/lib/tldops");

    @TempDir Path folder;

    private final SampleDesk sample = new SampleDesk();
    private final List<String> said = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private House.Checked checked = new House.Checked.Good(DATA, () -> List.of("Good."));
    private boolean running = true;
    private boolean breaking;

    @Test
    void the_running_daemon_is_asked() {
        assertThat(type("members", "nl")).isZero();
        assertThat(said).containsExactly("daemon /var/lib/tldops [members, nl]");
        assertThat(text(out)).contains("Anna Voorbeeld");
    }

    @Test
    void without_a_daemon_the_store_is_opened_here() {
        running = false;
        assertThat(type("--config", "own.conf", "cases", "--all")).isZero();
        assertThat(said)
                .containsExactly(
                        "daemon /var/lib/tldops [--config, own.conf, cases, --all]",
                        "alone Optional[own.conf]");
        assertThat(text(out).lines()).hasSize(3);
    }

    @Test
    void run_demo_and_the_check_stay_here() {
        assertThat(type("run", "--config=own.conf")).isEqualTo(40);
        assertThat(type("demo")).isEqualTo(41);
        assertThat(type("check-config")).isZero();
        assertThat(said).containsExactly("run Optional[own.conf]", "demo Optional.empty");
        assertThat(text(out)).isEqualTo("Good.\n");
    }

    @Test
    void a_bad_configuration_is_told_whole_and_stops_every_command() {
        checked =
                new House.Checked.Bad(
                        List.of(
                                new House.Problem("own.conf", 3, "ssc.max", "is wrong"),
                                new House.Problem("own.conf", 9, "send.host", "is missing")), Optional.empty());
        assertThat(type("check-config")).isEqualTo(Exit.NO);
        assertThat(text(err))
                .isEqualTo("own.conf:3: ssc.max is wrong\nown.conf:9: send.host is missing\n");
        assertThat(type("check-config", "--json")).isEqualTo(Exit.NO);
        assertThat(text(out)).contains("\"line\" : 3");
        assertThat(type("members")).isEqualTo(Exit.NO);
        assertThat(type("deliver")).as("the mail server keeps its mail").isEqualTo(Exit.LATER);
        assertThat(said).isEmpty();
    }

    @Test
    void the_running_daemon_is_asked_though_the_configuration_is_bad_by_now() {
        List<House.Problem> problems = List.of(new House.Problem("own.conf", 1, "send.password", "names a variable that is not set: RELAY"));
        checked = new House.Checked.Bad(problems, Optional.of(DATA));
        assertThat(type("members", "nl")).isZero();
        assertThat(text(out)).contains("Anna Voorbeeld");
        assertThat(text(err)).as("who asks needs none of its secrets").isEmpty();

        running = false;
        assertThat(type("members", "nl")).isEqualTo(Exit.NO);
        assertThat(text(err)).contains("send.password names a variable");
        assertThat(said).containsExactly("daemon /var/lib/tldops [members, nl]", "daemon /var/lib/tldops [members, nl]");
    }

    @Test
    void what_is_typed_wrong_never_reaches_the_daemon() {
        assertThat(type("duty", "sleep")).isEqualTo(Exit.USAGE);
        assertThat(type("nonsense")).isEqualTo(Exit.USAGE);
        assertThat(type()).isEqualTo(Exit.USAGE);
        assertThat(said).isEmpty();
    }

    @Test
    void a_file_is_read_where_it_is_typed() throws IOException {
        Path mail = Files.writeString(folder.resolve("x.eml"), "a mail in a file");
        assertThat(type("explain", mail.toString())).isZero();
        assertThat(text(out)).contains("REQUEST  a mail in a file");
        assertThat(type("explain", folder.resolve("none.eml").toString())).isEqualTo(Exit.NO);
        assertThat(text(err)).contains("none.eml");
    }

    @Test
    void a_pipe_tells_what_the_mail_server_told_it() {
        environment.putAll(
                Map.of(
                        "SENDER",
                        "",
                        "ORIGINAL_RECIPIENT",
                        "tld-ops-request+abc@lists.example",
                        "RECIPIENT",
                        "robot@mx.example"));
        assertThat(type("deliver")).isZero();
        assertThat(sample.orders)
                .containsExactly(
                        "ops deliver Optional[<>] [tld-ops-request+abc@lists.example] typed in");
    }

    @Test
    void a_backup_goes_where_it_was_typed() {
        Path typed = Path.of("").toAbsolutePath();
        assertThat(type("backup", "b.zip", "--no-verify")).isZero();
        assertThat(said).containsExactly("daemon /var/lib/tldops [--folder=" + typed + ", backup, b.zip, --no-verify]");
        assertThat(sample.orders).containsExactly("ops backup " + typed.resolve("b.zip") + " false false");
        assertThat(text(err)).as("nobody looks on").isEmpty();
        assertThat(type("backup", "/mnt/full")).isEqualTo(Exit.NO);
        assertThat(text(err)).isEqualTo("No backup was written: no space left.\n");
    }

    @Test
    void a_backup_is_restored_where_it_is_typed() {
        assertThat(type("restore", "--force", "b.zip")).isZero();
        assertThat(said).containsExactly("restore /var/lib/tldops b.zip true");
    }

    @Test
    void a_pipe_that_breaks_off_is_tried_again() {
        breaking = true;
        assertThat(type("deliver")).isEqualTo(75);
        assertThat(type("members")).isEqualTo(Exit.NO);
    }

    @Test
    void the_daemon_learns_how_wide_the_screen_is() {
        environment.put("COLUMNS", "60");
        type("members");
        assertThat(said).containsExactly("daemon /var/lib/tldops [--width=60, members]");
        assertThat(text(out).lines())
                .allSatisfy(line ->
                        assertThat(Cells.width(line)).isLessThanOrEqualTo(Math.max(60, 8 * 10)));
    }

    @Test
    void every_command_has_a_page_with_its_exit_codes() {
        List<String> commands =
                List.of(
                        "run",
                        "check-config",
                        "deliver",
                        "explain",
                        "backup",
                        "restore",
                        "invite",
                        "duty",
                        "duties",
                        "inbox",
                        "outbox",
                        "members",
                        "cases",
                        "case",
                        "journal",
                        "why",
                        "demo");
        for (String command : commands) {
            out.reset();
            assertThat(type("help", command)).as(command).isZero();
            assertThat(text(out))
                    .as(command)
                    .containsSubsequence(
                            "NAME",
                            "tldops " + command + " - ",
                            "SYNOPSIS",
                            "DESCRIPTION",
                            "--config",
                            "--json",
                            "EXIT STATUS",
                            "75");
        }
        out.reset();
        assertThat(type("help")).isZero();
        assertThat(text(out)).contains(commands);
        assertThat(said).isEmpty();
    }

    private int type(String... words) {
        House house =
                new House(
                        _ -> checked,
                        config -> noted("run " + config, 40),
                        config -> noted("demo " + config, 41),
                        (data, all, body, to, errors) -> {
                            if (breaking) throw new IOException("broken pipe");
                            said.add("daemon " + data + " " + all);
                            return running
                                    ? OptionalInt.of(
                                            sample.desk().execute("ops", all, body, to, errors))
                                    : OptionalInt.empty();
                        },
                        (config, all, body, to, errors) -> {
                            said.add("alone " + config);
                            return sample.desk().execute("ops", all, body, to, errors);
                        },
                        (data, file, force) -> {
                            said.add("restore " + data + " " + file + " " + force);
                            return Rows.Outcome.done("Restored.");
                        },
                        (config, settings, told) -> SampleReport.play(settings, told));
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Tldops(
                        house,
                        environment,
                        new ByteArrayInputStream("typed in".getBytes(StandardCharsets.UTF_8)),
                        toOut,
                        toErr)
                .execute(words);
    }

    private int noted(String what, int code) {
        said.add(what);
        return code;
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
