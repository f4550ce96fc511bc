package tldops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Need;
import tldops.core.Registry;
import tldops.core.Tld;
import tldops.core.Waiting;
import tldops.store.Unavailable;

/// The duties that are due, each waiting for the mail that came before it (SPEC 1.10): an answer that came in time must
/// not be found late. Touched by the decider's thread alone.
final class Agenda {
    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    /// @param at as if it were then; empty: when it is done
    /// @param behind the newest row of the inbox when it became due
    /// @param answer what IANA said, once it was asked
    record Due(Event.Duty duty, String period, Optional<Instant> at, long behind, CompletableFuture<Void> done, LookUps.Answer answer) {
        Due(Event.Duty duty, String period, Optional<Instant> at, long behind, CompletableFuture<Void> done) {
            this(duty, period, at, behind, done, LookUps.Answer.NOTHING);
        }

        Due knowing(LookUps.Answer given) {
            return new Due(duty, period, at, behind, done, given);
        }
    }

    private final List<Due> waiting = new ArrayList<>();
    private final List<Due> asking = new ArrayList<>();
    private final BiConsumer<Need, Consumer<LookUps.Answer>> lookUps;

    /// @param lookUps asks IANA beside the line and tells the answer on the decider's thread
    Agenda(BiConsumer<Need, Consumer<LookUps.Answer>> lookUps) {
        this.lookUps = lookUps;
    }

    /// A duty that waits already is done once for both.
    void add(Due due) {
        List<Due> same = due.at().isPresent() ? List.of() : waiting.stream().filter(one -> one.at().isEmpty() && one.duty() == due.duty()).toList();
        waiting.removeAll(same);
        for (Due one : same) {
            var _ = due.done().whenComplete((_, failed) -> ended(one.done(), Optional.ofNullable(failed)));
        }
        waiting.add(due);
    }

    private static void ended(CompletableFuture<Void> done, Optional<Throwable> failed) {
        failed.ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
    }

    /// Does the first that has nothing before it in the line and that nothing else holds back. Mail that waits for IANA
    /// holds up no duty: the deadlines leave alone what it is [#about].
    ///
    /// @param fetched up to which number the line holds every open row
    /// @return whether there was one
    boolean walk(NavigableMap<Long, Turn> line, long fetched, Timekeeper time, Decider decider) {
        Optional<Due> free = waiting.stream()
                .filter(due -> due.behind() <= fetched)
                .filter(due -> line.headMap(due.behind(), true).values().stream().allMatch(Turn::later))
                .filter(due -> time.holdsBack(due.duty(), decider.registry()).isEmpty())
                .findFirst();
        free.ifPresent(due -> {
            waiting.remove(due);
            if (!asks(due, decider)) run(due, line.values(), decider);
        });
        return free.isPresent();
    }

    /// Whether IANA has to be asked first; the duty waits for that beside the line.
    private boolean asks(Due due, Decider decider) {
        Need need = decider.need(due.duty(), due.at());
        if (due.answer().covers(need)) return false;
        asking.add(due);
        lookUps.accept(need, answer -> {
            if (asking.remove(due)) waiting.add(due.knowing(answer));
        });
        return true;
    }

    /// Whether a duty waits for IANA.
    boolean asking() {
        return !asking.isEmpty();
    }

    private void run(Due due, Collection<Turn> line, Decider decider) {
        try {
            decider.refresh();
            decider.duty(due.duty(), due.period(), due.at(), about(line, decider.registry()), due.answer());
            due.done().complete(null);
        } catch (Unavailable gone) {
            waiting.add(due);
            throw gone;
        } catch (RuntimeException | Error failed) {
            LOG.error("duty {} {} failed", due.duty(), due.period(), failed);
            due.done().completeExceptionally(failed);
        }
    }

    /// What the mail that waits for IANA is about, as far as that is known.
    private static Waiting about(Collection<Turn> line, Registry registry) {
        Set<Long> cases = new HashSet<>();
        Set<Address> senders = new HashSet<>();
        Set<Tld> tlds = new HashSet<>();
        for (Turn turn : line) {
            if (!(turn.step() instanceof Turn.Step.Later(_, var about))) continue;
            tlds.addAll(about);
            for (Object key : turn.keys(registry).orElse(Set.of())) {
                if (key instanceof Long number) cases.add(number);
                if (key instanceof Address sender) senders.add(sender);
            }
        }
        return new Waiting(cases, senders, tlds);
    }

    void cancel() {
        waiting.forEach(due -> due.done().cancel(false));
        asking.forEach(due -> due.done().cancel(false));
    }
}
