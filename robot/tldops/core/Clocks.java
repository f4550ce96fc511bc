package tldops.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the robot's own sense of time leads to (SPEC 1.10): days that do not count, a clock that nobody should believe,
/// and the operator's word that it is right.
final class Clocks {
    private Clocks() {}

    private static final Duration LETTER_LIVES = Duration.ofDays(7);

    static Decision missed(Outage outage) {
        return Decision.of(Journal.of("mail could not come in", "from " + outage.from() + " to " + outage.to())).and(new Change.Missed(outage));
    }

    /// The Secretariat is told once for each time the clock went wrong, whatever restarts lie between.
    static Decision doubted(Registry registry, Event.ClockDoubted doubted, Moment at) {
        String key = "clock:" + doubted.occurrence();
        if (registry.lastCounted(key).isPresent()) return Decision.nothing("the Secretariat knows of this doubt");
        ClockFault doubt = doubted.doubt();
        Decision decision = Decision.of(Journal.of("clock doubted", doubt.kind() + ": it shows " + doubt.shown() + ", expected was " + doubt.expected())).and(new Change.Counted(key, at.now()));
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (secretariat.isEmpty()) return decision;
        Content content = new Content.ClockDoubted(doubt.kind(), doubt.shown(), doubt.expected());
        return decision.and(new Letter(at.name("clock", 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, at.now().plus(LETTER_LIVES)));
    }

    static Decision accepted(Event.Order.AcceptClock order, String operator) {
        ClockFault doubt = order.doubt();
        return Decision.of(Journal.of("clock accepted", "by the operator; " + doubt.kind() + ": it showed " + doubt.shown() + ", expected was " + doubt.expected()).people(List.of(operator)));
    }
}
