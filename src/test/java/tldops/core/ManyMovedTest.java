package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Too many contacts change at a time (MAIL_RULES 34).
class ManyMovedTest extends Nights {
    @BeforeEach
    void begun() {
        member(NL, 1);
        assertThat(night(NIGHT, Map.of(NL, known(OLD, NIGHT)))).isEmpty();
    }

    @Test
    void rule_34_attack_all_ccTLDs_at_once_move_nothing_and_ask_the_secretariat_once() {
        Map<Tld, Authority> before = new LinkedHashMap<>();
        registry.rules().ccTlds().keySet().forEach(tld -> before.put(tld, known(OLD, NIGHT)));
        before.keySet().stream().filter(tld -> !tld.equals(NL)).forEach(tld -> member(tld, 1));
        night(NIGHT, before);
        List<Letter> letters = new ArrayList<>();
        for (int day = 1; day < 5; day++) {
            Instant at = later(Duration.ofDays(day));
            Map<Tld, Authority> after = new LinkedHashMap<>();
            before.keySet().forEach(tld -> after.put(tld, known(Address.of("root@evil.example"), at)));
            letters.addAll(night(at, after));
            letters.addAll(due(Event.Duty.DEADLINES, at.plus(Duration.ofHours(7)), Map.of(NL, known(Address.of("root@evil.example"), at.plus(Duration.ofHours(7))))));
        }

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.content()).isInstanceOf(Content.Escalation.class);
            assertThat(letter.to()).containsExactly(Address.of("secretariat@tld-ops.example"));
        });
        assertThat(registry.members()).noneMatch(Member::unconfirmed);
        assertThat(Anchors.awaited(registry, later(Duration.ofDays(6)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"31, true", "32, false"})
    void rule_34_near_miss_up_to_a_tenth_of_all_may_change_in_a_night(int changing, boolean counts) {
        List<Tld> all = registry.rules().ccTlds().keySet().stream().sorted().toList();
        Map<Tld, Authority> before = new LinkedHashMap<>();
        all.forEach(tld -> before.put(tld, known(OLD, NIGHT)));
        all.stream().filter(tld -> !tld.equals(NL)).forEach(tld -> member(tld, 1));
        night(NIGHT, before);
        for (int day = 1; day < 3; day++) {
            Instant at = later(Duration.ofDays(day));
            Map<Tld, Authority> after = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) after.put(all.get(i), known(i < changing ? NEW : OLD, at));
            night(at, after);
        }

        assertThat(registry.members().stream().filter(Member::unconfirmed).count()).isEqualTo(counts ? changing : 0);
    }

    @Test
    void rule_34_attack_changes_that_trickle_in_are_counted_over_the_day() {
        registry = new Registry(rules(new Rules.Anchor(false, 5, Duration.ofHours(6), 3, 1)));
        List<Tld> some = List.of("aa", "ab", "ac", "ad", "ae").stream().map(Tld::of).toList();
        Map<Tld, Authority> before = new LinkedHashMap<>();
        some.forEach(tld -> before.put(tld, known(OLD, NIGHT)));
        some.forEach(tld -> member(tld, 1));
        night(NIGHT, before);
        for (int i = 0; i < some.size(); i++) {
            Instant at = NIGHT.plus(Duration.ofMinutes(10L * i));
            night(at.plus(Duration.ofHours(1)), Map.of(some.get(i), known(NEW, at.plus(Duration.ofHours(1)))));
            if (i == 2) for (int j = 0; j <= i; j++) due(Event.Duty.DEADLINES, at.plus(Duration.ofHours(8)), Map.of(some.get(j), known(NEW, at.plus(Duration.ofHours(8)))));
        }

        for (Tld tld : some) due(Event.Duty.DEADLINES, NIGHT.plus(Duration.ofHours(20)), Map.of(tld, known(NEW, NIGHT.plus(Duration.ofHours(20)))));

        assertThat(some.stream().filter(this::unconfirmed)).containsExactly(Tld.of("aa"), Tld.of("ab"), Tld.of("ac"));
    }
}
