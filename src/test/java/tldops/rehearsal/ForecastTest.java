package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Calendar;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Member;
import tldops.core.Prospect;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Stage;
import tldops.core.WorkingDays;

/// What will leave if nobody answers, and when (N31).
class ForecastTest {
    private static final Rules RULES = rules();

    private final Registry registry = new Registry(RULES);

    private List<Forecast.Leaving> forecast(Duration span) {
        return Forecast.of(registry.copy(), NOW, span, duties()).stream().filter(leaving -> !(leaving.letter().content() instanceof Content.Report)).toList();
    }

    private static Instant due(int days) {
        Calendar country = RULES.ccTld(NL).calendar();
        return WorkingDays.due(NOW.minusSeconds(3600), days, country, RULES.listCalendar());
    }

    @Test
    void an_open_invitation_shows_its_reminder_its_escalation_and_nothing_else() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));
        Prospect prospect = Prospect.of(registry, registry.caseNumber(1).orElseThrow()).orElseThrow();

        List<Forecast.Leaving> month = forecast(Duration.ofDays(30));

        assertThat(month).extracting(Forecast.Leaving::at).containsExactly(due(RULES.times().reminderDays()), due(RULES.times().failureDays()));
        assertThat(month.getFirst().at()).isEqualTo(prospect.at());
        assertThat(month.getFirst().letter().content()).isInstanceOf(Content.InvitationReminder.class);
        assertThat(month.getFirst().recipients()).containsExactly(ADMIN);
        assertThat(month.getFirst().matter()).hasValueSatisfying(matter -> assertThat(matter.tld()).contains(NL));
        assertThat(month.getLast().letter().content()).isInstanceOf(Content.Escalation.class);
        assertThat(month.getLast().recipients()).isEqualTo(RULES.secretariat().stream().sorted().toList());
    }

    @Test
    void the_relay_takes_at_once_what_is_only_written() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Written(NOW.minusSeconds(60)))));

        Instant reminder = WorkingDays.due(NOW, RULES.times().reminderDays(), RULES.ccTld(NL).calendar(), RULES.listCalendar());
        assertThat(forecast(Duration.ofDays(14)).getFirst().at()).isEqualTo(reminder);
    }

    @Test
    void what_lies_beyond_its_time_is_not_told() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));

        assertThat(forecast(Duration.ofHours(12))).isEmpty();
        assertThat(forecast(Duration.ofDays(8))).hasSize(1);
    }

    @Test
    void an_address_that_has_never_answered_is_told_to_its_admin_contact() {
        Member silent = member(NL, 1, Optional.empty(), NOW);
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Ended(Stage.Outcome.ADMITTED, NOW, Optional.empty()))));
        registry.apply(new Change.MemberSaved(silent));

        List<Forecast.Leaving> month = forecast(Duration.ofDays(30));

        assertThat(month).singleElement().satisfies(leaving -> {
            assertThat(leaving.letter().content()).isInstanceOf(Content.AddressUnproved.class);
            assertThat(leaving.at()).isEqualTo(WorkingDays.due(NOW, RULES.times().proofDays(), RULES.ccTld(NL).calendar(), RULES.listCalendar()));
        });
    }

    @Test
    void the_secretariats_report_comes_each_week() {
        assertThat(Forecast.of(registry.copy(), NOW, Duration.ofDays(28), duties())).hasSize(4).allMatch(leaving -> leaving.letter().content() instanceof Content.Report)
                .extracting(Forecast.Leaving::at).startsWith(Instant.parse("2027-01-25T09:00:00Z"));
    }

    @Test
    void the_registry_it_was_copied_from_does_not_move() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));

        forecast(Duration.ofDays(60));

        assertThat(registry.caseNumber(1).orElseThrow().stage()).isEqualTo(new Stage.Asked(NOW.minusSeconds(3600), 0));
        assertThat(registry.cases()).hasSize(1);
        assertThat(registry.lastDone(tldops.core.Event.Duty.DEADLINES)).isEmpty();
    }
}
