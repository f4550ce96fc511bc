package tldops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What stands beside the program is made from the commands themselves: help, manual pages, completion.
class PapersTest {
    @TempDir Path folder;

    @Test
    void every_command_has_a_line_a_description_and_an_example_that_can_be_typed() {
        for (CommandLine command : all(grammar()).toList()) {
            String name = command.getCommandSpec().qualifiedName(" ");
            assertThat(command.getCommandSpec().usageMessage().header()).as("header of " + name).hasSize(1);
            assertThat(command.getCommandSpec().usageMessage().description()).as("description of " + name).isNotEmpty();
            assertThat(Examples.of(name)).as("examples of " + name).isNotEmpty();
            for (Examples.Example example : Examples.of(name)) {
                assertThat(example.typed()).startsWith("tldops ");
                List<String> words = List.of(example.typed().replaceFirst("[<>].*", "").strip().split(" +"));
                assertThat(grammar().parseArgs(words.subList(1, words.size()).toArray(String[]::new)).errors()).as(example.typed()).isEmpty();
            }
        }
    }

    @Test
    void there_is_a_page_for_every_command_and_one_for_the_configuration() throws IOException {
        assertThat(type("manual", folder.toString())).isZero();
        assertThat(files("man1")).contains("tldops.1", "tldops-run.1", "tldops-inbox.1", "tldops-manual.1").hasSize((int) grammar().getSubcommands().values().stream().distinct().count());
        assertThat(read("man1/tldops-inbox.1")).contains(".TH \"TLDOPS\\-INBOX\" \"1\"", ".SH \"NAME\"", ".SH \"EXIT STATUS\"", ".SH \"EXAMPLES\"", ".SS \"retry\"", "tldops inbox retry 12");
        assertThat(read("man1/tldops-case.1")).contains("release, extend, close", "(5).").doesNotContain("${");
        assertThat(read("man1/tldops.1")).contains("TLDOPS_CONFIG", "/var/lib/tldops", "tldops.conf");
    }

    @Test
    void the_page_of_the_configuration_has_every_key_with_its_default() throws IOException {
        type("manual", folder.toString());
        String page = read("man5/tldops.conf.5");
        List<String> keys = ConfigFactory.parseFile(Path.of("config/tldops.conf").toFile()).entrySet().stream().map(Map.Entry::getKey).toList();
        assertThat(keys).hasSizeGreaterThan(80).allSatisfy(key -> assertThat(page).contains(".B \"" + key.replace("-", "\\-").replace("\"", "") + "\""));
        assertThat(page).contains("Default: [abuse, admin,", "webmaster]");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThat(type("manual", file.toString())).isEqualTo(Exit.NO);
        assertThat(said).startsWith("tldops manual: cannot write ").contains("a-file");
    }

    @Test
    void bash_completes_commands_and_the_words_below_them() throws Exception {
        assertThat(completed("in")).containsExactlyInAnyOrder("invite", "inbox");
        assertThat(completed("inbox", "")).containsExactlyInAnyOrder("list", "show", "retry", "drop");
        assertThat(completed("duty", "de")).containsExactly("deadlines");
        assertThat(completed("case", "7", "re")).containsExactly("release");
        assertThat(completed("cases", "--a")).containsExactly("--all");
        assertThat(completed("help", "jo")).containsExactly("journal");
    }

    @Test
    void where_no_word_fits_bash_is_free_to_complete_files() throws Exception {
        assertThat(completed("--config", "")).isEmpty();
        assertThat(type("completion")).isZero();
        assertThat(said).contains("complete -F _complete_tldops -o default tldops").doesNotContain("compopt +o default");
    }

    private String said = "";

    private List<String> completed(String... words) throws Exception {
        assertThat(type("completion", "bash")).isZero();
        Path script = Files.writeString(folder.resolve("tldops.bash"), said);
        List<String> line = new ArrayList<>(List.of("bash", "--norc", "-c", """
                . "$1"; shift
                COMP_WORDS=(tldops "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
                _complete_tldops tldops "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """, "bash", script.toString()));
        line.addAll(List.of(words));
        Process bash = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return offered.lines().filter(word -> !word.isBlank()).toList();
    }

    private int type(String... words) {
        House nobody = new House(_ -> new House.Checked.Bad(List.of(), Optional.empty()), _ -> Exit.BUG, _ -> Exit.BUG, (_, _, _, _, _) -> OptionalInt.empty(), (_, _, _, _, _) -> Exit.BUG, (_, _, _) -> Rows.Outcome.done(""), (_, settings, told) -> SampleReport.play(settings, told));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new Tldops(nobody, Map.of(), InputStream.nullInputStream(), text, text).execute(words);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static CommandLine grammar() {
        return Grammar.of(new Grammar.Everywhere(), () -> {
            throw new IllegalStateException("nothing is executed here");
        });
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream().distinct().flatMap(PapersTest::all));
    }

    private String read(String page) throws IOException {
        return Files.readString(folder.resolve(page));
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(below))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
