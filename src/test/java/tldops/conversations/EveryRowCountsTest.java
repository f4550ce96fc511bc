package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tldops.core.StandingCells;

/// Each row of the table of standing is there for somebody: answer otherwise than it says, and a conversation does not go on
/// as it is written (P2, P3, MAIL_RULES 10b).
class EveryRowCountsTest {
    private static final Path FOLDER = Path.of("src/test/conversations");

    private static UnaryOperator<String> replay = file -> file;
    private static final Map<String, List<Path>> STORIES = new HashMap<>();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void allStoriesOnceAsTheyAre() throws IOException, ReflectiveOperationException {
        replay = (UnaryOperator<String>) new TamperedWorld().loadClass(Replay.class.getName()).getConstructor().newInstance();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path story : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                Tampering.with(Optional.empty());
                assertThat(replay.apply(story.toString())).as(story.toString()).isEmpty();
                for (String asked : Tampering.asked()) STORIES.computeIfAbsent(asked, _ -> new ArrayList<>()).add(story);
            }
        }
    }

    @Test
    void each_row_of_the_table_is_asked_for_in_some_conversation() {
        assertThat(StandingCells.all().stream().filter(cell -> stories(cell).isEmpty()).map(StandingCells.Cell::toString)).isEmpty();
    }

    @Test
    void each_row_that_answers_otherwise_is_noticed_by_a_conversation() {
        List<String> unnoticed = new ArrayList<>();
        for (StandingCells.Cell cell : StandingCells.all()) {
            for (String then : flips(cell.then())) {
                Tampering.Flip flip = new Tampering.Flip(questions(cell), then);
                if (!stories(cell).isEmpty() && stories(cell).stream().noneMatch(story -> notices(story, flip))) unnoticed.add(cell + " as " + then);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void what_the_table_does_not_name_and_is_asked_for_is_not_allowed_unnoticed() {
        Set<String> named = StandingCells.all().stream().flatMap(cell -> questions(cell).stream()).collect(Collectors.toSet());
        List<String> unnoticed = STORIES.keySet().stream().filter(question -> !named.contains(question)).sorted()
                .filter(question -> STORIES.get(question).stream().noneMatch(story -> notices(story, new Tampering.Flip(Set.of(question), "ACT")))).toList();
        assertThat(unnoticed).isEmpty();
    }

    /// Taken from him, and given to him too easily.
    private static List<String> flips(String then) {
        return switch (then) {
            case "ACT" -> List.of("REFUSE");
            case "ACT_PROVISIONALLY" -> List.of("REFUSE", "ACT");
            case "QUESTION_AND_TELL" -> List.of("REFUSE", "ACT", "QUESTION");
            default -> List.of("REFUSE", "ACT");
        };
    }

    private static Set<String> questions(StandingCells.Cell cell) {
        return cell.policies().stream().map(policy -> cell.relation() + " " + cell.asks() + " " + cell.proof() + " " + policy).collect(Collectors.toSet());
    }

    private static List<Path> stories(StandingCells.Cell cell) {
        return questions(cell).stream().flatMap(question -> STORIES.getOrDefault(question, List.of()).stream()).distinct().toList();
    }

    private static boolean notices(Path story, Tampering.Flip flip) {
        Tampering.with(Optional.of(flip));
        return !replay.apply(story.toString()).isEmpty();
    }
}
