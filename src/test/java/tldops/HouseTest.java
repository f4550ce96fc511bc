package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How a source file looks in this house: one idea, not long, and its first words say what it is.
class HouseTest {
    private static final int LONGEST = 300;
    private static final List<String> UNFINISHED = List.of("TO" + "DO", "FIX" + "ME", "XX" + "X:");
    private static final List<String> DISHONEST = List.of("Thread.sle" + "ep(", "org.mock" + "ito");

    @Test
    void no_file_is_longer_than_a_reader_keeps_in_mind() {
        assertThat(
                        all("robot", "mailets", "src")
                                .flatMap(file -> tooLong(file, read(file)))
                                .toList())
                .isEmpty();
    }

    @Test
    void each_file_begins_with_its_package_and_says_what_it_is() {
        assertThat(all("robot", "mailets").flatMap(file -> unexplained(file, read(file))).toList())
                .isEmpty();
    }

    @Test
    void each_package_says_what_may_be_absent() {
        List<Path> without =
                all("robot", "mailets")
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder ->
                                Files.notExists(folder.resolve("package-info.java"))
                                        || !String.join(
                                                                "\n",
                                                                read(
                                                                        folder.resolve(
                                                                                "package-info.java")))
                                                        .contains("@NullMarked")
                                                && !String.join(
                                                                "\n",
                                                                read(
                                                                        folder.resolve(
                                                                                "package-info.java")))
                                                        .contains(".NullMarked"))
                        .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void nothing_is_left_unfinished() {
        assertThat(
                        all("robot", "mailets", "src")
                                .flatMap(file -> holding(file, read(file), UNFINISHED))
                                .toList())
                .isEmpty();
    }

    @Test
    void tests_neither_sleep_nor_pretend() {
        assertThat(
                        all("src/test/java")
                                .flatMap(file -> holding(file, read(file), DISHONEST))
                                .toList())
                .isEmpty();
    }

    @Test
    void each_of_these_rules_finds_its_offender() {
        Path file = Path.of("planted/Sample.java");
        List<String> good =
                List.of(
                        "package planted;",
                        "",
                        "import java.util.List;",
                        "",
                        "/// What it is.",
                        "public record Sample() {}");
        assertThat(unexplained(file, good)).isEmpty();
        assertThat(unexplained(file, List.of("package planted;", "", "public record Sample() {}")))
                .isNotEmpty();
        assertThat(
                        unexplained(
                                file,
                                List.of(
                                        "// licence",
                                        "package planted;",
                                        "/// What it is.",
                                        "record Sample() {}")))
                .isNotEmpty();
        assertThat(
                        unexplained(
                                file,
                                List.of(
                                        "package planted;",
                                        "/** Old style. */",
                                        "record Sample() {}")))
                .isNotEmpty();
        assertThat(tooLong(file, java.util.Collections.nCopies(LONGEST + 1, "x"))).isNotEmpty();
        assertThat(tooLong(file, java.util.Collections.nCopies(LONGEST, "x"))).isEmpty();
        assertThat(holding(file, List.of("int x; // " + UNFINISHED.getFirst()), UNFINISHED))
                .isNotEmpty();
        assertThat(holding(file, List.of(DISHONEST.getFirst() + "5);"), DISHONEST)).isNotEmpty();
    }

    private static Stream<String> tooLong(Path file, List<String> lines) {
        return lines.size() > LONGEST
                ? Stream.of(file + " has " + lines.size() + " lines")
                : Stream.empty();
    }

    /// The first line is the package; the first line that is neither blank nor an import nor an
    /// annotation is `///`.
    private static Stream<String> unexplained(Path file, List<String> lines) {
        if (file.endsWith("package-info.java"))
            return lines.getFirst().startsWith("///")
                    ? Stream.empty()
                    : Stream.of(file + " does not begin with what the package is");
        List<String> wrong = new ArrayList<>();
        if (!lines.getFirst().startsWith("package "))
            wrong.add(file + " does not begin with its package");
        boolean said =
                lines.stream()
                        .skip(1)
                        .map(String::strip)
                        .filter(line ->
                                !line.isEmpty()
                                        && !line.startsWith("import ")
                                        && !line.startsWith("package ")
                                        && !line.startsWith("@"))
                        .findFirst()
                        .map(line -> line.startsWith("///"))
                        .orElse(false);
        if (!said) wrong.add(file + " does not say what it is (///)");
        return wrong.stream();
    }

    private static Stream<String> holding(Path file, List<String> lines, List<String> words) {
        return lines.stream()
                .filter(line -> words.stream().anyMatch(line::contains))
                .map(line -> file + ": " + line.strip());
    }

    private static Stream<Path> all(String... roots) {
        List<Path> files = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        assertThat(files).isNotEmpty();
        return files.stream().sorted();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
