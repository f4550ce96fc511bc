package tldops.iana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// RFC 7480 5.5, IANA_DATA 3: pauses, Retry-After, so many questions a day.
class RestraintTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");
    private static final IOException AWAY = new IOException("no route");

    private final Restraint restraint = new Restraint(5);

    private void free(Instant at) {
        assertThatCode(() -> restraint.asking(at, false)).doesNotThrowAnyException();
    }

    private void held(Instant at) {
        assertThatThrownBy(() -> restraint.asking(at, false)).isInstanceOf(IOException.class);
    }

    @Test
    void pauses_after_failures_grow_to_an_hour_and_end_with_a_good_answer() {
        Instant at = NOW;
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            restraint.failed(at, AWAY);
            held(at.plus(Duration.ofMinutes(minutes)).minusSeconds(1));
            at = at.plus(Duration.ofMinutes(minutes));
        }
        free(at);

        restraint.answered();
        restraint.failed(at, AWAY);

        free(at.plus(Duration.ofMinutes(1)));
    }

    @Test
    void whoever_tries_by_hand_waits_for_no_pause_of_ours_but_for_the_servers() throws IOException {
        restraint.failed(NOW, AWAY);
        restraint.asking(NOW, true);

        restraint.failed(NOW, new NotNow("busy", Optional.of(Duration.ofMinutes(10))));

        assertThatThrownBy(() -> restraint.asking(NOW.plusSeconds(599), true)).hasMessageContaining("left alone");
        free(NOW.plusSeconds(600));
    }

    @Test
    void what_the_server_wants_counts_up_to_a_day_and_never_makes_us_quicker() {
        restraint.failed(NOW, new NotNow("busy", Optional.of(Duration.ZERO)));
        held(NOW.plusSeconds(59));

        restraint.failed(NOW, new NotNow("busy", Optional.of(Duration.ofDays(3_000))));
        held(NOW.plus(Duration.ofHours(23)));

        free(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void so_many_questions_a_day_and_no_more() {
        for (int i = 0; i < 5; i++) free(NOW);

        assertThatThrownBy(() -> restraint.asking(NOW, true)).hasMessageContaining("iana.per-day");
        assertThat(restraint.today(NOW)).isEqualTo(5);
        free(Instant.parse("2027-01-15T00:00:00Z"));
        assertThat(restraint.today(Instant.parse("2027-01-15T00:00:00Z"))).isEqualTo(1);
    }

    @Test
    void a_clock_that_is_set_back_does_not_make_a_pause_last() {
        restraint.failed(NOW, new NotNow("busy", Optional.of(Duration.ofHours(1))));

        free(NOW.minus(Duration.ofDays(30)));
    }
}
