package tldops.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tldops.core.Registry;

/// All that must hold, looked at after every step; the first that does not is kept with its date.
final class Invariants {
    /// @param at when it was broken first
    record Broken(String invariant, Instant at, Invariant.Wrong wrong) {}

    private final List<Invariant> all;
    private Optional<Broken> broken = Optional.empty();

    Invariants(List<Invariant> all) {
        this.all = List.copyOf(all);
    }

    static Invariants of(World world) {
        return new Invariants(List.of(new NeverTooMany(), new RosterForReaders(world::isAdmin), new NoLetterTwice(), new EveryCaseEnds(), new NobodyUnwanted(world::wanted),
                new ForgersMoveNothing(world::forged), new MachinesUnanswered(),
                new ListForMembers(), new RedForNobody(), new TenAWeek(), new DigestOnce(), new GoneForGood(world::isAdmin), new AskedGently()));
    }

    /// @param registry as the step left it
    void look(Step step, Registry registry) {
        for (Invariant one : all) {
            Optional<Invariant.Wrong> wrong = one.after(step, registry);
            if (broken.isEmpty()) broken = wrong.map(what -> new Broken(one.says(), step.at(), what));
        }
    }

    Optional<Broken> broken() {
        return broken;
    }

    List<String> says() {
        return all.stream().map(Invariant::says).toList();
    }
}
