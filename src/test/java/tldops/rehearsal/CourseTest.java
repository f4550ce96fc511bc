package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Matter;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;

/// The clock that jumps to what comes next: nothing is decided earlier, later or in another order than by one that asks every
/// five minutes.
class CourseTest {
    private static List<String> letters(Registry registry, Duration look) {
        List<String> all = new ArrayList<>();
        Course course = new Course(registry, NOW, new Random(1), duties(), look, (going, step) -> step.decision().letters().forEach(letter -> {
            all.add(step.at() + " " + letter);
            if (letter.reported()) going.in(Duration.ofSeconds(7), () -> going.decide(new Event.Sent(letter.id(), going.now())));
        }), (need, at) -> Forecast.unchanged(registry, need, at));
        course.begin();
        course.until(NOW.plus(Duration.ofDays(60)));
        return all;
    }

    private static Registry underWay() {
        Registry registry = new Registry(rules());
        List<String> labels = List.of("nl", "fr", "jp", "nz", "us", "np", "ae", "br");
        for (int i = 0; i < labels.size(); i++) registry.apply(new Change.CaseSaved(invitation(i + 1, Tld.of(labels.get(i)), new Stage.Asked(NOW.minusSeconds(40_000L * i), 0))));
        Matter wish = new Matter.Admission(Matter.Origin.APPLICATION, List.of(new Matter.Newcomer(1, reader(NL, 9).person(), false)), List.of());
        Case held = invitation(20, NL, new Stage.Held(Stage.Why.UNREACHABLE, NOW, 2, true)).about(wish);
        registry.apply(List.of(new Change.CaseSaved(held), new Change.CaseSaved(invitation(21, NL, new Stage.Queued()).about(wish))));
        registry.apply(new Change.CaseSaved(invitation(22, FR, new Stage.Ended(Stage.Outcome.ADMITTED, NOW, Optional.empty()))));
        registry.apply(new Change.MemberSaved(member(FR, 5, Optional.empty(), NOW)));
        return registry;
    }

    @Test
    void to_jump_leads_to_the_same_as_to_ask_every_five_minutes() {
        List<String> jumping = letters(underWay(), Duration.ofDays(10));

        assertThat(jumping).isEqualTo(letters(underWay(), Duration.ofMinutes(5)));
        assertThat(jumping).hasSizeGreaterThan(20);
    }

    @Test
    void what_is_planned_happens_at_its_time_and_in_order() {
        List<String> happened = new ArrayList<>();
        Course course = new Course(new Registry(rules()), NOW, new Random(1), duties(), Duration.ofDays(1), (_, _) -> { });
        Instant soon = NOW.plusSeconds(60);
        course.at(soon, () -> happened.add("second " + course.now()));
        course.at(NOW.minusSeconds(5), () -> happened.add("first " + course.now()));
        course.at(soon, () -> happened.add("third " + course.now()));
        course.at(NOW.plusSeconds(61), () -> happened.add("too late"));

        course.until(soon);

        assertThat(happened).containsExactly("first " + NOW, "second " + soon, "third " + soon);
        assertThat(course.now()).isEqualTo(soon);
    }
}
