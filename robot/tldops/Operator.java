package tldops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.cli.Powers;
import tldops.cli.Rows;
import tldops.intake.Exit;
import tldops.intake.PipeDoor;

/// The operator's powers, filled in from the open store and the walk: what his commands look up and set going.
final class Operator {
    private Operator() {}

    static Powers powers(Office office) {
        Listings lists = new Listings(office);
        Boxes boxes = new Boxes(office);
        Orders orders = new Orders(office);
        Rosters rosters = new Rosters(office);
        return new Powers(
                new Powers.Looking(
                        lists::members, lists::cases, boxes::inbox, boxes::mail, boxes::outbox, boxes::letter,
                        lists::journal, lists::verify, lists::why, lists::duties, new Explaining(office)::explain, lists::clock, new Foresight(office)::forecast, lists::directory, lists::posts, new Saying(office)::iana, new Reaches(office)::reach),
                new Powers.Acting(
                        orders::invite, orders::judge, orders::duty, orders::retry, orders::drop, orders::release,
                        (user, from, to, mail) -> deliver(office, user, from, to, mail), new Keeping(office.store())::backup, orders::acceptClock, orders::undo),
                new Powers.Watching(() -> office.daemon().map(Operator::health), new Doctor(office, Optional.empty())::examine, new Sights(office)::contacts),
                new Carriage(office).powers(),
                new Powers.Campaign(rosters::guests, rosters::batches, rosters::missing, rosters::keys, orders::order));
    }

    private static Rows.Health health(Daemon daemon) {
        List<Vital> signs = daemon.vitals().ask();
        return new Rows.Health(Metrics.word(Vitals.worst(signs)), Build.NOW.version(), Build.NOW.commit(),
                signs.stream().map(vital -> new Rows.Vital(Metrics.word(vital.level()), vital.name(), vital.since(), vital.says())).toList());
    }

    /// As the mail server says it: an empty reverse-path is none.
    private static Rows.Outcome deliver(Office office, String user, Optional<String> from, List<String> to, InputStream mail) throws IOException {
        if (office.pipe().isEmpty()) return Rows.Outcome.later("No robot is running; try again later.");
        List<String> words = new ArrayList<>();
        from.ifPresent(sender -> words.add(PipeDoor.SENDER + sender));
        to.forEach(recipient -> words.add(PipeDoor.RECIPIENT + recipient));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = office.pipe().get().deliver(user, words, mail, said);
        String sentence = said.toString(StandardCharsets.UTF_8).strip();
        return switch (code) {
            case Exit.OK -> Rows.Outcome.done("The mail is taken in.");
            case Exit.LATER -> Rows.Outcome.later(sentence);
            default -> Rows.Outcome.unusable(sentence);
        };
    }
}
