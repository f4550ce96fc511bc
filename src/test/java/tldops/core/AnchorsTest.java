package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When another contact at IANA counts, and what follows (MAIL_RULES 34, N03).
class AnchorsTest extends Nights {
    @BeforeEach
    void begun() {
        member(NL, 1);
        assertThat(night(NIGHT, Map.of(NL, known(OLD, NIGHT)))).isEmpty();
    }

    @Test
    void rule_34_pass_two_readings_six_hours_apart_agree_and_each_side_gets_one_letter() {
        assertThat(night(later(Duration.ofHours(24)), Map.of(NL, known(NEW, later(Duration.ofHours(24)))))).isEmpty();

        List<Letter> letters = due(Event.Duty.DEADLINES, later(Duration.ofHours(30)), Map.of(NL, known(NEW, later(Duration.ofHours(30)))));

        assertThat(letters).extracting(letter -> letter.content().getClass().getSimpleName()).containsExactly("ContactMoved", "ContactsNews", "Reconfirm"); // N03
        assertThat(letters.getFirst().to()).containsExactly(OLD);
        assertThat(letters.getLast().to()).containsExactly(NEW);
        assertThat(unconfirmed(NL)).isTrue();
        assertThat(registry.membersOf(NL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT5H59M59S, false", "PT6H, true", "PT24H, true"})
    void rule_34_near_miss_a_second_reading_counts_from_six_hours_on(Duration between, boolean counts) {
        Instant first = later(Duration.ofDays(1));
        night(first, Map.of(NL, known(NEW, first)));

        night(first.plus(between), Map.of(NL, known(NEW, first.plus(between))));

        assertThat(unconfirmed(NL)).isEqualTo(counts);
    }

    @Test
    void rule_34_near_miss_one_answer_of_iana_that_is_used_twice_is_one_reading() {
        Instant asked = later(Duration.ofDays(1));
        night(asked, Map.of(NL, known(NEW, asked)));

        night(asked.plus(Duration.ofHours(23)), Map.of(NL, known(NEW, asked)));

        assertThat(unconfirmed(NL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOSTMASTER@registry.example", "hostmaster@Registry.EXAMPLE", "HostMaster@REGISTRY.example"})
    void rule_34_near_miss_the_same_address_in_other_letters_is_no_change(String same) {
        for (int day = 1; day < 4; day++) night(later(Duration.ofDays(day)), Map.of(NL, known(Address.of(same), later(Duration.ofDays(day)))));

        assertThat(unconfirmed(NL)).isFalse(); // L19
        assertThat(Anchors.of(registry, NL).orElseThrow().next()).isEmpty();
    }

    @Test
    void rule_34_near_miss_what_names_nobody_is_no_reading_and_breaks_none() {
        Instant first = later(Duration.ofDays(1));
        Authority.Evidence evidence = new Authority.Evidence("folder", first, "", "");
        List<Authority> nobody = List.of(new Authority.Silent(evidence), new Authority.NotAssigned(evidence), new Authority.NoSuchTld(evidence), new Authority.Unreachable("away"));
        for (Authority said : nobody) assertThat(night(first, Map.of(NL, said))).isEmpty();
        assertThat(Anchors.of(registry, NL).orElseThrow()).isEqualTo(new Kept.Sighting(NL, OLD, Optional.empty(), Optional.empty()));

        night(first, Map.of(NL, known(NEW, first)));
        for (Authority said : nobody) night(first.plus(Duration.ofHours(3)), Map.of(NL, said));
        night(first.plus(Duration.ofHours(7)), Map.of(NL, known(NEW, first.plus(Duration.ofHours(7)))));

        assertThat(unconfirmed(NL)).isTrue();
    }

    @Test
    void rule_34_near_miss_a_record_that_is_as_before_within_the_hours_leads_to_nothing() {
        Instant first = later(Duration.ofDays(1));
        night(first, Map.of(NL, known(NEW, first)));
        night(first.plus(Duration.ofHours(3)), Map.of(NL, known(OLD, first.plus(Duration.ofHours(3)))));

        List<Letter> letters = night(first.plus(Duration.ofHours(7)), Map.of(NL, known(NEW, first.plus(Duration.ofHours(7)))));

        assertThat(letters).isEmpty();
        assertThat(unconfirmed(NL)).isFalse();
    }

    @Test
    void rule_34_near_miss_an_older_answer_out_of_memory_takes_no_reading_back() {
        Instant first = later(Duration.ofDays(1));
        night(first, Map.of(NL, known(NEW, first)));

        night(first.plus(Duration.ofHours(1)), Map.of(NL, known(OLD, first.minus(Duration.ofHours(1)))));

        assertThat(Anchors.of(registry, NL).orElseThrow().next()).isPresent();
    }

    @Test
    void rule_34_pass_one_who_takes_over_sixteen_ccTLDs_gets_one_letter_and_one_word_answers_it() {
        Map<Tld, Authority> before = new LinkedHashMap<>();
        for (int i = 0; i < 16; i++) before.put(Tld.of("a" + (char) ('a' + i)), known(OLD, NIGHT));
        before.keySet().forEach(tld -> member(tld, 1));
        night(NIGHT, before);
        Map<Tld, Authority> after = new LinkedHashMap<>();
        before.keySet().forEach(tld -> after.put(tld, known(NEW, later(Duration.ofHours(24)))));
        night(later(Duration.ofHours(24)), after);
        after.replaceAll((_, _) -> known(NEW, later(Duration.ofHours(48))));

        List<Letter> letters = night(later(Duration.ofHours(48)), after);

        assertThat(letters.stream().filter(letter -> letter.to().contains(NEW))).hasSize(1);
        assertThat(letters.stream().filter(letter -> letter.to().contains(OLD))).hasSize(1);
        Letter letter = letters.getLast();
        assertThat(((AnchorContent.Reconfirm) letter.content()).entries()).hasSize(16);
        answer(letter, Authentication.Sureness.AUTHENTICATED, after, later(Duration.ofHours(50)));
        assertThat(before.keySet()).noneMatch(this::unconfirmed);
    }

    private List<Letter> answer(Letter letter, Authentication.Sureness sureness, Map<Tld, Authority> said, Instant at) {
        Bearer bearer = new Bearer(letter.reply().orElseThrow(), Bearer.Place.ADDRESS);
        Authentication authentication = new Authentication(sureness, "dmarc=pass");
        Mail mail = new Mail(9, at, new Envelope("smtp", false, Optional.of(NEW), List.of(), ""), "m1@registry.example", Optional.of(NEW), List.of(), "Re:", authentication, Optional.empty(),
                List.of(bearer), false, Language.EN, "confirm", "digest");
        Decision decision = Decide.on(registry, new Event.Arrived(mail, new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false), new Facts(said)), new Moment(at, new byte[32]));
        registry.apply(decision.changes());
        return decision.letters();
    }

    private Letter moved() {
        Instant first = later(Duration.ofDays(1));
        night(first, Map.of(NL, known(NEW, first)));
        return night(first.plus(Duration.ofHours(7)), Map.of(NL, known(NEW, first.plus(Duration.ofHours(7))))).getLast();
    }

    @Test
    void rule_34_attack_a_stolen_secret_alone_confirms_nobody_in_the_cool_down_and_is_good_again_after() {
        Letter letter = moved();

        answer(letter, Authentication.Sureness.UNAUTHENTICATED, Map.of(NL, known(NEW, later(Duration.ofDays(2)))), later(Duration.ofDays(2)));
        assertThat(unconfirmed(NL)).isTrue();

        answer(letter, Authentication.Sureness.UNAUTHENTICATED, Map.of(NL, known(NEW, later(Duration.ofDays(12)))), later(Duration.ofDays(12)));
        assertThat(unconfirmed(NL)).isFalse();
    }

    @Test
    void rule_34_attack_a_mail_that_failed_confirms_nobody_whatever_it_brings() {
        Letter letter = moved();

        answer(letter, Authentication.Sureness.FAILED, Map.of(NL, known(NEW, later(Duration.ofDays(9)))), later(Duration.ofDays(9)));

        assertThat(unconfirmed(NL)).isTrue(); // P2
    }

    @Test
    void rule_34_attack_whoever_iana_has_dropped_again_confirms_nobody() {
        Letter letter = moved();

        answer(letter, Authentication.Sureness.AUTHENTICATED, Map.of(NL, known(OLD, later(Duration.ofDays(2)))), later(Duration.ofDays(2)));

        assertThat(unconfirmed(NL)).isTrue();
    }

    @Test
    void rule_34_near_miss_a_ccTLD_that_nobody_stands_for_is_only_noted() {
        Tld empty = Tld.of("aa");
        night(NIGHT, Map.of(empty, known(OLD, NIGHT)));
        night(later(Duration.ofDays(1)), Map.of(empty, known(NEW, later(Duration.ofDays(1)))));

        List<Letter> letters = night(later(Duration.ofDays(2)), Map.of(empty, known(NEW, later(Duration.ofDays(2)))));

        assertThat(letters).isEmpty();
        assertThat(Anchors.of(registry, empty).orElseThrow().admin()).isEqualTo(NEW);
    }

    @Test
    void rule_34_pass_what_is_looked_up_by_the_way_is_a_first_reading_and_no_second_one() {
        for (int hour = 20; hour < 40; hour += 8) {
            Instant at = later(Duration.ofHours(hour));
            Event order = new Event.Ordered(new Event.Order.Invite(List.of(NL)), "operator", new Facts(Map.of(NL, known(NEW, at))));
            registry.apply(Decide.on(registry, order, new Moment(at, new byte[32])).changes());
        }
        assertThat(unconfirmed(NL)).isFalse();
        assertThat(Anchors.of(registry, NL).orElseThrow().next().orElseThrow().first()).isEqualTo(later(Duration.ofHours(20)));
        assertThat(Needs.of(registry, Event.Duty.DEADLINES, later(Duration.ofHours(25))).tlds()).isEmpty();
        assertThat(Needs.of(registry, Event.Duty.DEADLINES, later(Duration.ofHours(26))).tlds()).containsExactly(NL);
    }

    @Test
    void rule_34_pass_changes_need_both_proofs_from_the_first_reading_until_five_working_days_after_the_second() {
        Authority old = known(OLD, NIGHT);
        assertThat(Anchors.coolsDown(registry, NL, old, NIGHT)).isFalse();
        assertThat(Anchors.coolsDown(registry, NL, known(NEW, NIGHT), NIGHT)).isTrue();
        moved();

        Instant counted = later(Duration.ofHours(31));
        Authority now = known(NEW, counted);
        assertThat(Standing.trust(registry, NL, now, new Moment(counted.plus(Duration.ofDays(4)), new byte[32])).proof()).isEqualTo(Rules.Proof.BOTH);
        assertThat(Standing.trust(registry, NL, now, new Moment(counted.plus(Duration.ofDays(11)), new byte[32])).proof()).isEqualTo(Rules.Proof.ASK);
    }

    @Test
    void rule_34_pass_without_an_answer_the_secretariat_is_told_once_and_nobody_is_removed() {
        Letter letter = moved();
        registry.apply(Decide.on(registry, new Event.Sent(letter.id(), later(Duration.ofHours(31))), new Moment(later(Duration.ofHours(31)), new byte[32])).changes());

        List<Letter> letters = new ArrayList<>();
        for (int day = 2; day < 20; day++) letters.addAll(due(Event.Duty.DEADLINES, later(Duration.ofDays(day)), Map.of()));

        assertThat(letters).singleElement().extracting(Letter::content).isInstanceOfSatisfying(AnchorContent.ContactsNews.class, news -> assertThat(news.news()).isEqualTo(AnchorContent.ContactsNews.News.UNANSWERED));
        assertThat(registry.membersOf(NL)).hasSize(1);
        assertThat(unconfirmed(NL)).isTrue();
    }
}
