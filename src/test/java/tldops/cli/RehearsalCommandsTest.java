package tldops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// `simulate` and `forecast` as they are typed and answered (N31).
class RehearsalCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int type(String... words) {
        out.reset();
        err.reset();
        House house = new House(_ -> new House.Checked.Good(Path.of("data"), List::of), _ -> Exit.BUG, _ -> Exit.BUG,
                (_, all, body, to, errors) -> OptionalInt.of(new SampleDesk().desk().execute("ops", all, body, to, errors)), (_, _, _, _, _) -> Exit.BUG,
                (_, _, _) -> Rows.Outcome.done(""), (_, settings, told) -> SampleReport.play(settings, told));
        return new Tldops(house, Map.of(), InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).execute(words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_simulation_prints_a_line_a_month_and_a_summary_within_80_columns() {
        assertThat(type("simulate", "--seed", "8", "--years", "2", "--cctlds", "5")).isZero();
        assertThat(out()).isEqualTo("""
                MONTH   NEVER OPEN NONE   1   2  3+     IN    OUT  COPIES POSTS JOINED LEFT
                2027-01     2    1    0   0   0   2      3      7       9     0      1    0

                Seed 8: 1 months of 5 ccTLDs, 3 mails in, 7 letters out
                in 9 copies. The letters by kind:
                  7 Invitation.
                At every step it held that
                  pigs do not fly
                """);
        assertThat(out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(err()).isEmpty();
    }

    @Test
    void what_did_not_hold_is_told_with_seed_date_and_journal_and_ends_with_1() {
        assertThat(type("simulate", "--seed", "7", "--no-month-by-month")).isEqualTo(Exit.NO);
        assertThat(out()).startsWith("Seed 7: ");
        assertThat(err()).contains("pigs do not fly, and it did not", "seed 7, at 2027-01-18T12:00:00Z: one flew", ".nl case 7: took off");
    }

    @Test
    void a_seed_that_is_not_given_is_told() {
        type("simulate");
        assertThat(out()).containsPattern("Seed [1-9][0-9]*: ");
    }

    @Test
    void as_json_it_is_one_document() {
        assertThat(type("simulate", "--seed", "8", "--json")).isZero();
        assertThat(out()).startsWith("{").contains("\"seed\" : 8", "\"Invitation\" : 7", "\"violation\" : null");
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThat(type("simulate", "--years", "0")).isEqualTo(Exit.NO);
        assertThat(err()).contains("--years must be from 1 to 100");
        assertThat(type("simulate", "--cctlds", "0")).isEqualTo(Exit.NO);
    }

    @Test
    void a_forecast_takes_hours_days_and_weeks() {
        assertThat(type("forecast")).isZero();
        assertThat(out()).contains("2027-01-25T09:00Z", "admin@registry.test", "InvitationReminder", ".720");
        type("forecast", "2w");
        assertThat(out()).contains(".336");
        type("forecast", "12h", "--json");
        assertThat(out()).contains("\"ccTld\" : \".12\"");
        for (String wrong : List.of("30", "0d", "d", "-3d", "400d", "3y")) assertThat(type("forecast", wrong)).as(wrong).isEqualTo(Exit.USAGE);
    }
}
