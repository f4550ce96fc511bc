package tldops.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tldops.core.Journal;
import tldops.core.Tld;

/// The journal of the rehearsal, ccTLD by ccTLD, so that what went wrong can be read from its beginning.
final class Chronicle {
    private static final int MOST = 40;

    private record Line(Instant at, Journal journal) {}

    private final Map<Tld, List<Line>> lines = new HashMap<>();

    void note(Step step) {
        for (Journal line : step.decision().journal()) line.tld().ifPresent(tld -> lines.computeIfAbsent(tld, _ -> new ArrayList<>()).add(new Line(step.at(), line)));
    }

    /// The lines of a case, else the last ones of the ccTLD.
    List<String> about(Invariant.Wrong wrong) {
        List<Line> all = wrong.tld().map(lines::get).orElse(lines.values().stream().flatMap(List::stream).filter(line -> line.journal.caseNumber() == wrong.caseNumber() && wrong.caseNumber() > 0).toList());
        List<Line> own = all.stream().filter(line -> line.journal.caseNumber() == wrong.caseNumber()).toList();
        List<Line> chosen = own.isEmpty() ? all : own;
        return chosen.subList(Math.max(0, chosen.size() - MOST), chosen.size()).stream().map(Chronicle::line).toList();
    }

    private static String line(Line line) {
        Journal said = line.journal;
        String about = said.caseNumber() > 0 ? " case " + said.caseNumber() : "";
        return line.at + " " + said.tld().map(Tld::display).orElse("") + about + ": " + said.what() + ", " + said.reason() + (said.transition().isEmpty() ? "" : " [" + said.transition() + "]");
    }
}
