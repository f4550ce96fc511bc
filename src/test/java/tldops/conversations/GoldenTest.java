package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What rewriting keeps of a story and what it renews.
class GoldenTest {
    private static Posted letter(String to, String subject, String text) {
        return Posted.read("", List.of(to), ("From: Robot <r@list.example>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesThatFitStayAsTheyAreWritten() {
        assertThat(Golden.lines(List.of("a...  # R001", "...", "z"), List.of("abc", "b", "z"))).containsExactly("a...  # R001", "...", "z");
    }

    @Test
    void abbreviationsStayWhereTheLinesAroundThemFit() {
        assertThat(Golden.lines(List.of("a", "...", "m", "old"), List.of("a", "b", "c", "m", "new"))).containsExactly("a", "...", "m", "new");
    }

    @Test
    void aRemarkMovesToTheLineThatTookThePlace() {
        assertThat(Golden.lines(List.of("...", "at most two people per ccTLD  # R008", "..."), List.of("Dear", "we admit at most 3 people per ccTLD", "Bye")))
                .containsExactly("...", "we admit at most 3 people per ccTLD  # R008", "...");
    }

    @Test
    void aRemarkWhoseLineIsGoneIsKeptSoThatTheStoryFails() {
        assertThat(Golden.lines(List.of("a", "unlike anything  # R008"), List.of("a"))).containsExactly("a", "?? unlike anything  # R008");
    }

    @Test
    void lettersKeepTheirPlacesAndNewOnesComeLast() {
        Letters written = Letters.of(new Block("out", "", 1, List.of("To: b@x.example # P3", "Subject: Two", "", "...", "----", "To: a@x.example", "Subject: One", "", "Hello", "...")));
        List<Posted> came = List.of(letter("a@x.example", "One", "Hello\r\nYou\r\n"), letter("c@x.example", "Three", "Hi\r\n"), letter("b@x.example", "Two!", "x\r\n"));
        assertThat(Golden.letters(written, came)).containsExactly(
                "From: Robot", "To: b@x.example # P3", "Subject: Two!", "Envelope: <>", "", "...",
                "----",
                "From: Robot", "To: a@x.example", "Subject: One", "Envelope: <>", "", "Hello", "...",
                "----",
                "From: Robot", "To: c@x.example", "Subject: Three", "Envelope: <>", "", "...");
    }

    @Test
    void anExpectationThatManyLettersFitTakesTheOneThatIsLeft() {
        Letters written = Letters.of(new Block("out", "", 1, List.of("To: a@x.example", "Subject: ...", "", "...", "----", "To: a@x.example", "Subject: One", "", "...")));

        assertThat(written.unlike(List.of(letter("a@x.example", "One", "x\r\n"), letter("a@x.example", "Two", "x\r\n")))).isEmpty();
        assertThat(written.unlike(List.of(letter("a@x.example", "Two", "x\r\n"), letter("a@x.example", "Three", "x\r\n")))).isNotEmpty();
    }

    @Test
    void aLetterThatNoLongerComesLeavesItsRemarks() {
        Letters written = Letters.of(new Block("out", "", 1, List.of("To: b@x.example # P3", "Subject: Two", "", "gone # R001")));
        assertThat(Golden.letters(written, List.of())).containsExactly("?? To: b@x.example # P3", "?? gone # R001");
    }

    @Test
    void onlyTheBodiesOfTheBlocksChangeInTheFile() {
        Story story = Story.of(Path.of("x.md"), List.of("# T", "```out", "old", "old", "```", "prose", "```members", "```"));
        Block out = story.blocks().getFirst();
        Block members = story.blocks().getLast();
        assertThat(Rewriting.lines(story, List.of(new Performance.Outcome(out, "x", List.of("new")), new Performance.Outcome(members, "y", List.of("m1", "m2")))))
                .containsExactly("# T", "```out", "new", "```", "prose", "```members", "m1", "m2", "```");
    }
}
