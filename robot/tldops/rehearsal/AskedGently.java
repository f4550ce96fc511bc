package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.CheckContent;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Registry;

/// Whoever is silent is asked three times a year at most, not while he is away, few on one day, and silence moves nobody (R108, L40).
final class AskedGently implements Invariant {
    private static final int LETTERS = 3;
    private static final Duration NEARLY_A_YEAR = Duration.ofDays(300);

    private final Map<Address, Deque<Instant>> asked = new HashMap<>();

    @Override
    public String says() {
        return "who is silent is asked gently";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        int first = 0;
        for (Letter letter : step.decision().letters()) {
            if (!(letter.content() instanceof CheckContent.StillYou still)) continue;
            if (still.letter() == 1) first++;
            Address address = letter.to().getFirst();
            Deque<Instant> times = asked.computeIfAbsent(address, _ -> new ArrayDeque<>());
            times.removeIf(time -> time.isBefore(step.at().minus(NEARLY_A_YEAR)));
            times.add(step.at());
            if (times.size() > LETTERS) return wrong(address + " is asked " + times.size() + " times in a year", letter, registry);
            if (still.letter() == 1 && away(registry, address, step.at())) return wrong(address + " is asked while away", letter, registry);
        }
        if (first > registry.rules().contacts().perDay()) return Optional.of(new Wrong(first + " are asked on one day", Optional.empty(), 0));
        boolean duty = step.event() instanceof Event.Due(var due, _, _, _) && due == Event.Duty.VALIDATION;
        boolean moved = step.decision().changes().stream().anyMatch(change -> change instanceof Change.MemberGone || change instanceof Change.MemberSaved);
        return duty && moved ? Optional.of(new Wrong("silence moved somebody", Optional.empty(), 0)) : Optional.empty();
    }

    private static boolean away(Registry registry, Address address, Instant now) {
        for (Member member : registry.membersWith(address))
            if (member.person().address().equals(address) && member.options().awayOn(LocalDate.ofInstant(now, registry.rules().ccTld(member.tld()).calendar().zone()))) return true;
        return false;
    }

    private static Optional<Wrong> wrong(String what, Letter letter, Registry registry) {
        return Optional.of(new Wrong(what, registry.caseNumber(letter.caseNumber()).flatMap(matter -> matter.tld()), letter.caseNumber()));
    }
}
