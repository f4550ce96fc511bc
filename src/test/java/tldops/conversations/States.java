package tldops.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Member;
import tldops.core.Outcomes;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.rehearsal.Forecast;

/// Members, cases and journal as the lines of a story.
final class States {
    private States() {}

    /// `.nl #1 Anna Vermeer, anna@registry.example, +31 6 12345678, proved`
    static List<String> members(Registry registry, Instant now) {
        List<String> lines = new ArrayList<>();
        for (Member member : registry.members().stream()
                .sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank).thenComparing(m -> m.person().address()))
                .toList()) {
            String addresses = String.join(" ", member.person().addresses().stream().map(Address::toString).toList());
            lines.add(member.tld() + " #" + member.rank() + " " + member.person().name() + ", " + addresses + ", " + member.person().phone().typed() + ", "
                    + (member.proved().isPresent() ? "proved" : "unproved")
                    + (now.isBefore(member.rosterFrom()) ? ", no roster before " + member.rosterFrom() : "")
                    + (member.unconfirmed() ? ", to be re-confirmed" : ""));
        }
        return lines;
    }

    /// `#1 .nl Invitation Asked`
    static List<String> cases(Registry registry) {
        return registry.cases().stream().map(States::line).toList();
    }

    /// `NA .as American Samoa`: who of that region is not on the list
    static List<String> missing(Registry registry, String region) {
        return Outcomes.missing(registry).stream().filter(known -> known.region().equals(region)).map(known -> known.region() + " " + known.tld() + " " + known.country()).toList();
    }

    /// `2027-01-22T08:00Z InvitationReminder hostmaster@registry.example`: what leaves in so many days if nobody answers
    static List<String> forecast(Registry copy, Instant now, int days, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties) {
        return Forecast.of(copy, now, Duration.ofDays(days), duties).stream()
                .map(one -> one.at().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC) + " " + one.letter().content().getClass().getSimpleName() + " " + String.join(" ", one.recipients().stream().map(Address::toString).toList()))
                .toList();
    }

    private static String line(Case each) {
        return "#" + each.number() + " " + each.tld().map(Tld::display).orElse("?") + " " + each.matter().getClass().getSimpleName() + " " + stage(each.stage());
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Ended ended -> "Ended " + ended.outcome();
            case Stage.Held held -> "Held " + held.why();
            default -> stage.getClass().getSimpleName();
        };
    }

    /// `what · reason · transition · evidence`, without what is empty.
    static String line(Journal journal) {
        List<String> parts = new ArrayList<>(List.of(journal.what(), journal.reason()));
        if (!journal.transition().isEmpty()) parts.add(journal.transition());
        if (!journal.evidence().isEmpty()) parts.add("evidence");
        return String.join(" · ", parts);
    }
}
