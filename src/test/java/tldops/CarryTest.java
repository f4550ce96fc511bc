package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;

/// Contacts come in by `tldops import` and go out by `tldops export`, as they are typed (R003, N40, R114).
class CarryTest {
    private static final String LIST = """
            Non-digest (regular) members:
            anna@registry.example (Anna Voorbeeld, .nl +31 6 12 34
            56 78)
            "أحمد الشريف, #1, .مصر, +20 10 0123 4567" ahmed@masr.example, ahmed@dns.example
            bob@registry.example
            tld-ops@lists.example (The list, +31 6 12345678, .nl)
            ada@registry.example (Ada, +31 6 12345678, .zz)
            """;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    @Test
    void an_import_is_shown_first_then_done_and_never_twice() throws Exception { // N40, L03, L21
        String list = Files.writeString(folder.resolve("roster.txt"), LIST).toString();
        try (Running running = terminal.running()) {
            assertThat(terminal.type("import", list)).as(terminal.err()).isZero();
            assertThat(terminal.out()).contains("Nothing was changed. 2 of 5 would be taken over; do it with --go.");
            JsonNode rows = terminal.json("import", list);
            assertThat(rows.findValuesAsText("verdict")).containsExactly("new", "new", "unreadable: neither a ccTLD nor a phone number", "own address", "no such ccTLD");
            assertThat(rows.findValuesAsText("line")).containsExactly("2", "4", "5", "6", "7");
            assertThat(terminal.json("members")).isEmpty();

            assertThat(terminal.type("import", list, "--go", "--dry-run")).isEqualTo(Exit.NO);
            assertThat(terminal.type("import", list, "--go")).as(terminal.err()).isZero();
            assertThat(terminal.out()).contains(".nl: taken over", "2 taken over for 2 ccTLDs, 2 left as they were");
            running.daemon().settle();

            assertThat(terminal.json("members").findValuesAsText("note")).containsExactly("to be re-confirmed", "to be re-confirmed");
            assertThat(terminal.json("outbox", "list", "--all")).hasSize(2);
            assertThat(terminal.type("import", list, "--go")).isZero();
            assertThat(terminal.out()).contains("nothing to take over");
            assertThat(terminal.json("import", list).findValuesAsText("verdict")).startsWith("already", "already");
            assertThat(terminal.json("members")).hasSize(2);
        }
    }

    @Test
    void an_export_says_TLP_AMBER_and_can_be_read_in_again() throws Exception { // X26, R003, R114
        String list = Files.writeString(folder.resolve("roster.txt"), LIST).toString();
        Path csv = folder.resolve("contacts.csv");
        terminal.type("import", list, "--go");

        assertThat(terminal.type("export", "csv", "--output", csv.toString())).as(terminal.err()).isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(Files.readString(csv)).contains("TLP:AMBER,.nl,nl,1,Anna Voorbeeld,anna@registry.example,,+31 6 12 34 56 78,'+31612345678,", "ahmed@masr.example,ahmed@dns.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv))).isEqualTo("rw-------");
        assertThat(terminal.json("import", csv.toString()).findValuesAsText("verdict")).containsExactly("already", "already");

        JsonNode all = terminal.json("export", "json");
        assertThat(all.get("tlp").asText()).isEqualTo("TLP:AMBER"); // R003, X26
        assertThat(all.get("members").findValuesAsText("cctld")).containsExactly(".nl", ".مصر");
        assertThat(all.get("members").get(1).get("emails")).hasSize(2);

        assertThat(terminal.type("export", "vcard", "nl")).isZero();
        assertThat(terminal.out()).contains("BEGIN:VCARD", "VERSION:3.0", "FN:Anna Voorbeeld", "X-TLP:TLP:AMBER").doesNotContain("أحمد"); // R114, X26
        assertThat(terminal.type("export", "vcard", "--version", "4.0")).isZero();
        assertThat(terminal.out()).contains("VERSION:4.0", "FN:أحمد الشريف");
        assertThat(terminal.type("export", "csv", "fr", "--output", folder.resolve("none").toString())).isEqualTo(Exit.NO);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
