package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tldops.core.Rules;

/// Years on a virtual clock (N31): a short one with a new seed each time, and what a known seed shows.
class SimulationTest {
    private static final Rules RULES = Sample.rules();

    private static Report play(int years, long seed, int ccTlds) {
        return Simulation.play(new Simulation.Settings(years, seed, ccTlds), RULES, Sample.duties(), _ -> { });
    }

    @Test
    void a_year_of_sixty_cctlds_breaks_nothing() {
        long seed = Long.getLong("rehearsal.seed", 1 + new SecureRandom().nextInt(1_000_000));
        System.out.println("rehearsal.seed=" + seed);

        Report report = play(1, seed, 60);

        assertThat(report.violation()).as("tldops simulate --years 1 --cctlds 60 --seed " + seed).isEmpty(); // N31
        assertThat(report.months()).hasSize(12);
        assertThat(report.letters()).isGreaterThan(500);
    }

    @Test
    void the_same_seed_gives_the_same_report_and_another_one_another() {
        Report one = play(1, 7, 20);

        assertThat(play(1, 7, 20)).isEqualTo(one);
        assertThat(play(1, 8, 20).months()).isNotEqualTo(one.months());
    }

    @Test
    void people_do_all_that_the_way_in_knows() {
        Report report = play(2, 1, 80);

        Set<String> kinds = new TreeSet<>();
        report.months().forEach(month -> kinds.addAll(month.letters().keySet()));
        assertThat(kinds).contains("Invitation", "InvitationReminder", "AuthenticationRequest", "Question", "QuestionReminder", "ReplaceWhom", "Correction", "AskedBack", "Done", "Provisional",
                "Undone", "Withdrawn", "AlreadyRecorded", "AddressUnproved", "Received", "ApplicationDenied", "ApplicationFailed", "Welcome", "Replaced", "NotAuthorised", "Results", "NeutralAnswer",
                "ActionQuestion", "ListPassword", "Help", "NotUnderstood", "Oversight", "Escalation", "Failed", "Judged", "Report");
    }

    @Test
    void each_cctld_stands_somewhere_at_the_end_of_each_month_and_is_told_as_it_passes() {
        List<Report.Month> told = new ArrayList<>();
        Report report = Simulation.play(new Simulation.Settings(1, 3, 30), RULES, Sample.duties(), told::add);

        assertThat(told).isEqualTo(report.months());
        assertThat(told).allSatisfy(month -> assertThat(month.standing().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(30));
        assertThat(told.getFirst().month()).isEqualTo("2027-01");
        assertThat(told.getLast().standing().get(Standing.NEVER)).isZero();
        assertThat(report.ccTlds()).isEqualTo(30);
    }
}
