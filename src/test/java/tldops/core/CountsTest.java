package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A key is found alone and among those that begin like it, and is forgotten in both.
class CountsTest {
    private static final Instant MONDAY = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    private final Counts counts = new Counts();

    @Test
    void a_key_tells_how_often_and_when_last() {
        counts.add("who:ana@registry.example", MONDAY);
        counts.add("who:ana@registry.example", TUESDAY);

        assertThat(counts.last("who:ana@registry.example")).contains(TUESDAY);
        assertThat(counts.since("who:ana@registry.example", MONDAY)).as("that moment itself is past").isEqualTo(1);
        assertThat(counts.last("who:ana@registry")).isEmpty();
        assertThat(counts.since("who:ana@registry", MONDAY)).isZero();
    }

    @Test
    void keys_that_begin_alike_come_in_their_order() {
        counts.add("lost:b@registry.example;", TUESDAY);
        counts.add("lost-told:a@registry.example;", TUESDAY);
        counts.add("lost:a@registry.example;", MONDAY);

        assertThat(counts.lastUnder("lost:")).containsExactly(Map.entry("lost:a@registry.example;", MONDAY), Map.entry("lost:b@registry.example;", TUESDAY));
        assertThat(counts.lastUnder("found:")).isEmpty();
    }

    @Test
    void what_is_forgotten_is_found_by_no_way() {
        counts.add("who:old", MONDAY);
        counts.add("who:both", MONDAY);
        counts.add("who:both", TUESDAY);
        counts.add("who:gone", TUESDAY);
        counts.add("who:erased", TUESDAY);
        counts.add("whole", MONDAY);

        counts.forgetBefore("who:", TUESDAY);
        counts.forget("who:gone");
        counts.forget(key -> key.endsWith("erased"));

        assertThat(counts.lastUnder("who")).containsExactly(Map.entry("who:both", TUESDAY), Map.entry("whole", MONDAY));
        assertThat(counts.since("who:both", Instant.EPOCH)).isEqualTo(1);
        assertThat(counts.last("who:old")).isEmpty();
        assertThat(counts.last("who:gone")).isEmpty();
        assertThat(counts.last("who:erased")).isEmpty();
    }

    @Test
    void what_was_forgotten_can_begin_anew() {
        counts.add("checked:ana", MONDAY);
        counts.forgetBefore("checked:", TUESDAY);
        counts.add("checked:ana", TUESDAY);

        assertThat(counts.lastUnder("checked:")).containsExactly(Map.entry("checked:ana", TUESDAY));
    }

    @Test
    void a_copy_goes_its_own_way() {
        counts.add("who:ana", MONDAY);
        Counts copy = new Counts();
        counts.copyTo(copy);
        copy.add("who:ana", TUESDAY);

        assertThat(counts.last("who:ana")).contains(MONDAY);
        assertThat(copy.since("who:ana", Instant.EPOCH)).isEqualTo(2);
    }
}
