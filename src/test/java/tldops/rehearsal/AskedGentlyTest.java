package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Change;
import tldops.core.CheckContent;
import tldops.core.Content;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Registry;

/// Whoever is silent is asked gently, in a good world, and the rehearsal notices when not (R108, L40).
class AskedGentlyTest {
    private static final Event DUTY = new Event.Due(Event.Duty.VALIDATION, "today");

    private final Registry registry = new Registry(rules());
    private final AskedGently invariant = new AskedGently();
    private int letters;

    private Letter letter(Member member, int number) {
        Content content = new CheckContent.StillYou("Anna", List.of(NL), List.of(), Optional.empty(), number, new Content.LastDay(LocalDate.of(2027, 1, 1), java.time.ZoneOffset.UTC), List.of());
        return new Letter("l" + letters++, content, Language.EN, List.of(member.person().address()), List.of(), Optional.empty(), false, Optional.empty(), 1, Letter.Envelope.VERP, true, true, NOW);
    }

    private Optional<Invariant.Wrong> after(Instant at, Decision decision) {
        Step step = Step.of(registry, at, DUTY, decision);
        registry.apply(decision.changes());
        return invariant.after(step, registry);
    }

    @Test
    void three_letters_a_year_are_gentle_and_four_are_not() {
        Member anna = reader(NL, 1);
        for (int i = 1; i <= 3; i++) assertThat(after(NOW.plus(Duration.ofDays(14L * i)), Decision.EMPTY.and(letter(anna, i)))).isEmpty();

        assertThat(after(NOW.plus(Duration.ofDays(366)), Decision.EMPTY.and(letter(anna, 1)))).isEmpty();
        for (int i = 2; i <= 3; i++) after(NOW.plus(Duration.ofDays(370L + i)), Decision.EMPTY.and(letter(anna, i)));
        assertThat(after(NOW.plus(Duration.ofDays(400)), Decision.EMPTY.and(letter(anna, 1)))).hasValueSatisfying(wrong -> assertThat(wrong.what()).contains("4 times"));
    }

    @Test
    void who_is_away_is_left_alone() {
        Member away = reader(NL, 1).with(new Options(false, Optional.of(new Options.Away(LocalDate.of(2027, 6, 1), 0))));
        registry.apply(new Change.MemberSaved(away));

        assertThat(after(NOW, Decision.EMPTY.and(letter(away, 1)))).hasValueSatisfying(wrong -> assertThat(wrong.what()).contains("away"));
    }

    @Test
    void not_all_are_asked_on_one_day() {
        Decision many = Decision.EMPTY;
        for (int i = 0; i <= rules().contacts().perDay(); i++) many = many.and(letter(reader(NL, i), 1));

        assertThat(after(NOW, many)).hasValueSatisfying(wrong -> assertThat(wrong.what()).contains("on one day"));
    }

    @Test
    void silence_moves_nobody() {
        assertThat(after(NOW, Decision.EMPTY.and(new Change.MemberGone(reader(NL, 1).id())))).hasValueSatisfying(wrong -> assertThat(wrong.what()).contains("silence"));
    }
}
