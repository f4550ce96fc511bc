package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Registry;

/// No letter leaves twice: no id a second time, and not the same words to the same reader on the same occasion within a
/// minute (L20).
final class NoLetterTwice implements Invariant {
    private static final Duration SOON = Duration.ofMinutes(1);

    /// @param occasion the mail it answers, or none
    private record Same(List<Address> to, Content content, Optional<String> occasion, long caseNumber) {}

    private record Lately(Instant at, Same same) {}

    private final Set<String> ids = new HashSet<>();
    private final Set<Same> recent = new HashSet<>();
    private final Deque<Lately> order = new ArrayDeque<>();

    @Override
    public String says() {
        return "no letter leaves twice";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        while (!order.isEmpty() && order.getFirst().at.isBefore(step.at().minus(SOON))) recent.remove(order.removeFirst().same);
        for (Letter letter : step.decision().letters()) {
            if (!ids.add(letter.id())) return wrong("the id of a letter came a second time: " + letter, letter, registry);
            Same same = new Same(letter.to(), letter.content(), letter.inReplyTo(), letter.caseNumber());
            if (!recent.add(same)) return wrong("the same letter twice within a minute: " + letter, letter, registry);
            order.add(new Lately(step.at(), same));
        }
        return Optional.empty();
    }

    private static Optional<Wrong> wrong(String what, Letter letter, Registry registry) {
        return Optional.of(new Wrong(what, registry.caseNumber(letter.caseNumber()).flatMap(matter -> matter.tld()), letter.caseNumber()));
    }
}
