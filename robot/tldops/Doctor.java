package tldops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import tldops.cli.Rows;
import tldops.trust.DomainRecords;

/// `tldops doctor`: tries everything the robot needs and says what is good, doubtful or wrong, with what to do (L14, L32,
/// N39). Changes nothing; without `--send` nothing is sent.
///
/// @param dns whom to ask; empty = whom the system asks, and then not about domains that are only for examples
record Doctor(Office office, Optional<DomainRecords> dns) {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    static Rows.Finding good(String what, String says) {
        return new Rows.Finding("good", what, says, "");
    }

    static Rows.Finding doubtful(String what, String says, String fix) {
        return new Rows.Finding("doubtful", what, says, fix);
    }

    static Rows.Finding wrong(String what, String says, String fix) {
        return new Rows.Finding("wrong", what, says, fix);
    }

    Rows.Checkup examine(boolean send, Duration wait, Consumer<String> progress) {
        List<Rows.Finding> all = new ArrayList<>();
        Indoors indoors = new Indoors(office);
        Outdoors outdoors = new Outdoors(office);
        part(all, "the machine", progress, indoors::machine);
        part(all, "the letters", progress, indoors::letters);
        part(all, "the duties", progress, indoors::duties);
        part(all, "the doors", progress, outdoors::doors);
        part(all, "the mailbox", progress, outdoors::mailbox);
        part(all, "the relay", progress, outdoors::relay);
        part(all, "IANA", progress, outdoors::iana);
        part(all, "the DNS", progress, new DomainCheck(office, dns)::all);
        part(all, "the DNS of senders", progress, () -> SenderDns.findings(office.config()));
        if (send) part(all, "the aliases", progress, () -> new SelfProbe(office, wait, progress).all());
        String worst = all.stream().anyMatch(found -> found.state().equals("wrong")) ? "wrong" : all.stream().anyMatch(found -> found.state().equals("doubtful")) ? "doubtful" : "good";
        return new Rows.Checkup(worst, List.copyOf(all));
    }

    /// What breaks while it is tried is a finding, too.
    private static void part(List<Rows.Finding> all, String what, Consumer<String> progress, Callable<List<Rows.Finding>> part) {
        progress.accept("Trying " + what + " ...");
        try {
            all.addAll(part.call());
        } catch (Exception broken) {
            all.add(wrong(what, "could not be tried: " + broken, "Read the robot's log."));
        }
    }
}
