package tldops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final SampleDesk sample = new SampleDesk();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void members_are_aligned_under_their_columns() {
        assertThat(type("members")).as("%s", err).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        CCTLD  RANK  NAME            ADDRESSES                       PHONE           SINCE              PROVED             NOTE
                        .nl    1     Anna Voorbeeld  anna@registry.test              +31612345678    2027-01-18 12:00Z  2027-01-18 12:00Z  -
                        .中国  2     Li Example      li@registry.test, li@home.test  +8613912345678  2027-01-18 12:00Z  -                  to be re-confirmed
                        """);
    }

    @Test
    void members_of_named_ccTlds_only() {
        type("members", "cn", ".NL");
        assertThat(lines()).hasSize(2).last().asString().contains("Anna");
    }

    @Test
    void a_narrow_screen_cuts_the_widest_columns() {
        type("--width=80", "members");
        assertThat(lines())
                .allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(80))
                .anyMatch(line -> line.contains("…"));
    }

    @Test
    void every_listing_is_json_on_demand() throws IOException {
        for (List<String> words :
                List.of(
                        List.of("members"),
                        List.of("cases"),
                        List.of("inbox"),
                        List.of("inbox", "list"),
                        List.of("outbox"),
                        List.of("journal"),
                        List.of("duties"),
                        List.of("posts"),
                        List.of("reach", "nl"),
                        List.of("watch"),
                        List.of("batches"),
                        List.of("missing"),
                        List.of("guests"),
                        List.of("key", "list"),
                        List.of("why", "nl"))) {
            out.reset();
            assertThat(type(words.toArray(String[]::new))).isZero();
            String text = out.toString(StandardCharsets.UTF_8);
            out.reset();
            type(
                    java.util.stream.Stream.concat(
                                    words.stream(), java.util.stream.Stream.of("--json"))
                            .toArray(String[]::new));
            JsonNode rows = new ObjectMapper().readTree(out.toByteArray());
            assertThat(rows.isArray()).as("%s", words).isTrue();
            assertThat(text.lines().count())
                    .as("%s: header and a line each", words)
                    .isEqualTo(Math.max(rows.size(), 0) + (rows.isEmpty() ? 1 : 1));
        }
    }

    @Test
    void json_keeps_times_and_lists() throws IOException {
        type("members", "--json", "nl");
        JsonNode anna = new ObjectMapper().readTree(out.toByteArray()).get(0);
        assertThat(anna.get("since").asText()).isEqualTo("2027-01-18T12:00:00Z");
        assertThat(anna.get("addresses").get(0).asText()).isEqualTo("anna@registry.test");
        assertThat(anna.get("ccTld").asText()).isEqualTo(".nl");
    }

    @Test
    void what_came_by_mail_cannot_steer_the_terminal() {
        type("inbox");
        type("inbox", "show", "3");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("\u001b")
                .contains("odd\ufffd[31m subject", "  second\ufffd[2J");
    }

    @Test
    void health_is_told_in_full_and_red_ends_with_one() throws IOException {
        assertThat(type("--width=40", "health")).isEqualTo(Exit.NO);
        assertThat(lines()).hasSize(3).anyMatch(line -> line.startsWith("red ") && line.endsWith("see tldops outbox, then tldops outbox release."));
        out.reset();
        assertThat(type("--colour", "health")).isEqualTo(Exit.NO);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[1;31mred\u001b[0m", "\u001b[32mgreen\u001b[0m");
        sample.worst = "yellow";
        out.reset();
        assertThat(type("health", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toByteArray()).get("signs").get(0).get("since").asText()).isEqualTo("2027-01-18T12:00:00Z");
    }

    @Test
    void doctor_tells_its_progress_beside_its_findings() {
        assertThat(type("doctor", "--send", "--wait", "7")).isEqualTo(Exit.NO);
        assertThat(sample.orders).containsExactly("doctor true PT7S");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("tried\n");
        assertThat(lines().getLast()).isEqualTo("wrong  relay  It hung up.  Mend send.host.");
        assertThat(type("doctor", "--wait", "0")).isEqualTo(Exit.NO);
    }

    @Test
    void orders_carry_the_name_of_who_gave_them() {
        assertThat(type("case", "7", "extend", "--days", "3")).isZero();
        assertThat(type("case", "7", "RELEASE")).isZero();
        assertThat(type("duty", "deadlines", "--at", "2027-01-18T09:00Z")).isZero();
        assertThat(type("inbox", "retry", "3")).isZero();
        assertThat(type("inbox", "drop", "3")).isZero();
        assertThat(type("outbox", "release")).isZero();
        assertThat(sample.orders)
                .containsExactly(
                        "ops case 7 EXTEND 3",
                        "ops case 7 RELEASE 5",
                        "ops duty DEADLINES Optional[2027-01-18T09:00:00Z]",
                        "ops retry 3",
                        "ops drop 3",
                        "ops release");
    }

    @Test
    void the_operator_can_say_no_more_than_the_secretariat_can() {
        assertThat(type("case", "7", "confirm")).isEqualTo(Exit.USAGE);
        assertThat(sample.orders).isEmpty(); // P3: none of its words admits anybody
    }

    @Test
    void a_case_without_a_word_is_shown() {
        assertThat(type("case", "8")).isZero();
        assertThat(lines()).contains("NUMBER  8", "STAGE  Asked");
        assertThat(type("case", "9")).isEqualTo(Exit.NO);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("There is no case 9.\n");
    }

    @Test
    void the_worst_outcome_of_several_decides() {
        assertThat(type("invite", "nl", "zz", "nl")).isEqualTo(Exit.NO);
        assertThat(sample.orders).containsExactly("ops invite [.nl, .zz]");
        assertThat(lines()).containsExactly(".nl invited.");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(".zz is not a ccTLD.");
    }

    @Test
    void a_broken_chain_ends_with_a_no() {
        assertThat(type("journal", "verify")).isZero();
        sample.chainWhole = false;
        assertThat(type("journal", "verify")).isEqualTo(Exit.NO);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("BROKEN  5");
    }

    @Test
    void explain_shows_the_letters_in_full() {
        desk("the mail", "explain", "x.eml");
        assertThat(lines())
                .contains(
                        "REQUEST  the mail",
                        "LETTERS 1",
                        "  SUBJECT  Hello",
                        "  TEXT",
                        "    One",
                        "    Two");
    }

    @Test
    void a_delivery_that_breaks_is_tried_again() {
        assertThat(desk("bug", "deliver")).isEqualTo(75);
        assertThat(desk("a mail", "deliver", "--from=<>", "--to", "tld-ops@lists.example"))
                .isZero();
        assertThat(sample.orders)
                .containsExactly("ops deliver Optional[<>] [tld-ops@lists.example] a mail");
    }

    @Test
    void the_daemon_starts_no_daemon() {
        assertThat(type("run")).isEqualTo(Exit.USAGE);
        assertThat(type("demo")).isEqualTo(Exit.USAGE);
    }

    @Test
    void words_that_are_none_are_told_with_a_suggestion() {
        assertThat(type("membres")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("members");
        assertThat(type("why", "not-a-tld")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not the name of a ccTLD");
        assertThat(type("duty", "deadlines", "--at", "tomorrow")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not a time like");
    }

    private int type(String... words) {
        return desk("", words);
    }

    private int desk(String body, String... words) {
        return sample.desk()
                .execute(
                        "ops",
                        List.of(words),
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
