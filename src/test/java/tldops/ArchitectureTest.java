package tldops;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may use what (the folder list of the project, as rules), and a planted house that shows that
/// each rule bites.
class ArchitectureTest {
    private static final JavaClasses ROBOT =
            new ClassFileImporter()
                    .withImportOption(ArchitectureTest::ours)
                    .importPackages("tldops");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("tldops.planted");

    @Test
    void the_core_knows_only_values_of_the_jdk() {
        HouseRules.coreKnowsOnlyValues("tldops").check(ROBOT);
    }

    @Test
    void the_core_asks_neither_the_clock_nor_chance_nor_the_system() {
        HouseRules.coreAsksNeitherClockNorChance("tldops").check(ROBOT);
    }

    static Stream<Map.Entry<String, List<String>>> rooms() {
        return HouseRules.TABLE.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void each_room_uses_only_what_its_row_names(Map.Entry<String, List<String>> row) {
        HouseRules.mayUseOnly("tldops", row.getKey(), row.getValue()).check(ROBOT);
    }

    @Test
    void there_is_no_room_without_a_row() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : ROBOT) {
            Matcher room = Pattern.compile("tldops\\.(\\w+)\\..*").matcher(type.getName());
            if (room.matches()) rooms.add(room.group(1));
        }
        rooms.remove("core");
        assertThat(HouseRules.TABLE.keySet()).containsAll(rooms);
    }

    @Test
    void no_room_needs_a_room_that_needs_it() {
        slices().matching("tldops.(*)..").should().beFreeOfCycles().check(ROBOT);
    }

    @Test
    void the_mailets_know_james_and_nothing_of_the_robot() {
        Path classes = Path.of(System.getProperty("mailets.classes", "target/mailets"));
        JavaClasses mailets = new ClassFileImporter().importPath(classes);
        assertThat(mailets).as("compiled by the build into %s", classes).isNotEmpty();
        HouseRules.mayUseOnly(
                        "tldops",
                        "mailets",
                        List.of("org.apache.mailet.", "org.apache.james.core.", "jakarta.mail."))
                .check(mailets);
        assertThat(ROBOT.contain("tldops.mailets.ForRobot"))
                .as("not among the robot's classes")
                .isFalse();
    }

    @Test
    void names_say_what_a_thing_is() {
        HouseRules.noEmptyNames("tldops").check(ROBOT);
    }

    @Test
    void no_interface_has_one_implementation() {
        HouseRules.noInterfaceWithOneImplementation("tldops").check(ROBOT);
    }

    @Test
    void nothing_inherits_from_ours() {
        HouseRules.noInheritance("tldops").check(ROBOT);
    }

    // ---- the rules bite

    static Stream<ArchRule> rules() {
        return Stream.of(
                HouseRules.coreKnowsOnlyValues("tldops.planted"),
                HouseRules.coreAsksNeitherClockNorChance("tldops.planted"),
                HouseRules.mayUseOnly(
                        "tldops.planted",
                        "letters",
                        HouseRules.TABLE.getOrDefault("letters", List.of())),
                HouseRules.noEmptyNames("tldops.planted"),
                HouseRules.noInterfaceWithOneImplementation("tldops.planted"),
                HouseRules.noInheritance("tldops.planted"),
                slices().matching("tldops.planted.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_fails_on_the_planted_house(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tldops.planted");
    }

    @Test
    void each_offence_of_the_planted_core_is_found_by_itself() {
        assertThatThrownBy(() -> HouseRules.coreKnowsOnlyValues("tldops.planted").check(PLANTED))
                .message()
                .contains("java.nio.file.Path", "java.util.Random", "RowManager");
        assertThatThrownBy(
                        () -> HouseRules.coreAsksNeitherClockNorChance("tldops.planted").check(PLANTED))
                .message()
                .contains("Instant.now()", "System.nanoTime()");
        assertThatThrownBy(() ->
                        HouseRules.mayUseOnly("tldops.planted", "letters", List.of("core"))
                                .check(PLANTED))
                .message()
                .contains("picocli", "RowManager");
    }

    /// Not a test, not generated: its source stands under `robot/`.
    private static boolean ours(Location location) {
        Matcher path =
                Pattern.compile(".*?/(tldops/[^$!]+?)(\\$[^/]*)?\\.class")
                        .matcher(
                                location.asURI()
                                        .toString()
                                        .replaceFirst(".*/(classes|fast)/", "/"));
        return path.matches() && Files.exists(Path.of("robot", path.group(1) + ".java"));
    }
}
