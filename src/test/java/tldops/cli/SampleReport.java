package tldops.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tldops.rehearsal.Report;
import tldops.rehearsal.Simulation;

/// What a simulation came to that nobody played: an odd seed breaks an invariant.
final class SampleReport {
    private SampleReport() {}

    static Report play(Simulation.Settings settings, Consumer<Report.Month> told) {
        Report.Month month = new Report.Month("2027-01", 3, Map.of("Invitation", 7), 9, 1, 0, Map.of("never asked", 2, "held", 1, "with 3 SSCs", 2));
        told.accept(month);
        Optional<Report.Violation> broken = settings.seed() % 2 == 0 ? Optional.empty()
                : Optional.of(new Report.Violation("pigs do not fly", SampleDesk.NOON, "one flew", List.of("2027-01-18T12:00:00Z .nl case 7: took off")));
        return new Report(settings.seed(), settings.years(), settings.ccTlds(), SampleDesk.NOON, SampleDesk.NOON, List.of(month), 3, 7, List.of("pigs do not fly"), broken);
    }
}
