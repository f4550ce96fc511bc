package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /// For whom and why; what it says is compared only where these agree, since a bulletin is long.
    ///
    /// @param occasion the mail it answers, or none
    private record Occasion(Class<? extends Content> kind, List<Address> to, List<Address> subscribers, Optional<String> occasion, long caseNumber) {}

    private record Lately(Instant at, Occasion occasion) {}

    private final Set<String> ids = new HashSet<>();
    private final Map<Occasion, List<Content>> recent = new HashMap<>();
    private final Deque<Lately> order = new ArrayDeque<>();

    @Override
    public String says() {
        return "no letter leaves twice";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        while (!order.isEmpty() && order.getFirst().at.isBefore(step.at().minus(SOON))) forgotten(order.removeFirst().occasion);
        for (Letter letter : step.decision().letters()) {
            if (!ids.add(letter.id())) return wrong("the id of a letter came a second time: " + letter, letter, registry);
            Occasion occasion = new Occasion(letter.content().getClass(), letter.to(), letter.subscribers(), letter.inReplyTo(), letter.caseNumber());
            List<Content> said = recent.computeIfAbsent(occasion, _ -> new ArrayList<>());
            if (said.contains(letter.content())) return wrong("the same letter twice within a minute: " + letter, letter, registry);
            said.add(letter.content());
            order.add(new Lately(step.at(), occasion));
        }
        return Optional.empty();
    }

    private void forgotten(Occasion occasion) {
        List<Content> said = recent.getOrDefault(occasion, List.of());
        if (said.size() > 1) said.removeFirst();
        else recent.remove(occasion);
    }

    private static Optional<Wrong> wrong(String what, Letter letter, Registry registry) {
        return Optional.of(new Wrong(what, registry.caseNumber(letter.caseNumber()).flatMap(matter -> matter.tld()), letter.caseNumber()));
    }
}
