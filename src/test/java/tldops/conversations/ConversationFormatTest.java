package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How a conversation's file reads.
class ConversationFormatTest {
    private static final Path FILE = Path.of("01-some.md");

    private static Story story(String text) {
        return Story.of(FILE, text.lines().toList());
    }

    @Test
    void blocksComeInTheirOrderWithTheirLines() {
        Story story = story("""
                # A story
                prose
                ```iana .nl
                admin: a@registry.example
                ```
                more
                ```out
                ```
                """);
        assertThat(story.title()).isEqualTo("A story");
        assertThat(story.blocks()).containsExactly(
                new Block("iana", ".nl", 3, List.of("admin: a@registry.example")),
                new Block("out", "", 7, List.of()));
        assertThat(story.blocks().getFirst().lineOf(0)).isEqualTo(4);
    }

    @Test
    void aBlockThatNobodyKnowsIsRefusedWithItsLine() {
        assertThatThrownBy(() -> story("x\n```maill\n```\n")).hasMessageContaining("01-some.md:2").hasMessageContaining("maill");
    }

    @Test
    void aBlockWithoutEndIsRefusedWithItsLine() {
        assertThatThrownBy(() -> story("```out\nx\n")).hasMessageContaining("01-some.md:1");
    }

    @Test
    void aFileInWhichNothingHappensIsRefused() {
        assertThatThrownBy(() -> story("# only prose\n```text\nx\n```\n")).hasMessageContaining("nothing happens");
    }

    @Test
    void remarksAreTakenOffAndKept() {
        assertThat(Remark.strip("Subject: Invitation  # R021, X13")).isEqualTo("Subject: Invitation");
        assertThat(Remark.of("Subject: Invitation # R021, X13")).isEqualTo("  # R021, X13");
        assertThat(Remark.of("#1 .nl Invitation Asked # MAIL_RULES 10b, P2")).isEqualTo("  # MAIL_RULES 10b, P2");
        assertThat(Remark.strip("Contact Person #1 (primary):")).isEqualTo("Contact Person #1 (primary):");
        assertThat(Remark.strip("... # L03")).isEqualTo("...");
    }

    @Test
    void lettersArePartedByARule() {
        Letters letters = Letters.of(new Block("out", "", 10, List.of("To: a@x.example", "Subject: One", "", "Hello", "...", "", "----", "To: b@x.example", "Subject: Two", "", "...")));
        assertThat(letters.all()).containsExactly(
                new Letters.Wanted(11, List.of("To: a@x.example", "Subject: One"), List.of("Hello", "...")),
                new Letters.Wanted(18, List.of("To: b@x.example", "Subject: Two"), List.of("...")));
    }

    @Test
    void anEmptyBlockWantsNoLetter() {
        assertThat(Letters.of(new Block("out", "", 1, List.of("", ""))).all()).isEmpty();
    }

    @Test
    void anIanaBlockReadsAsARecordWithAWhoisAnswerOfItsOwn() {
        IanaRecord record = IanaRecord.of(List.of("admin: hostmaster@registry.example", "organisation: Stichting Voorbeeld"));
        assertThat(record.whois(tldops.core.Tld.of(".nl")).orElseThrow().lines()).contains(
                "domain:       NL", "contact:      administrative", "organisation: Stichting Voorbeeld", "e-mail:       hostmaster@registry.example", "source:       IANA");
        assertThat(IanaRecord.of(List.of("silent")).whois(tldops.core.Tld.of(".nl")).orElseThrow()).contains("contact:      administrative").doesNotContain("e-mail:");
        assertThat(IanaRecord.of(List.of("unreachable")).whois(tldops.core.Tld.of(".nl"))).isEmpty();
        assertThatThrownBy(() -> IanaRecord.of(List.of("admim: x@y.example"))).hasMessageContaining("admim");
    }
}
