package tldops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tldops.clock.Clock;
import tldops.core.Registry;
import tldops.iana.Iana;
import tldops.intake.PipeDoor;
import tldops.store.Store;

/// What the operator's commands work on: the open store, the rooms that read and word, and the walk. In the daemon all of
/// it runs; without one the walk starts only for a command that orders something (DESIGN 1.7).
///
/// @param register the membership as it stands between two decisions
/// @param robot the walk; it runs from the first time it is asked for
/// @param runs when each duty falls due next; empty when no clock runs
/// @param pipe empty when nothing is taken in
/// @param daemon empty when none runs
/// @param time whether the clock is believed, and what duties wait for
record Office(
        Config config, Store store, Assembly assembly, Iana iana, Supplier<Instant> now, Register register, Supplier<Robot> robot,
        Supplier<List<Clock.Next>> runs, Optional<PipeDoor> pipe, Optional<Daemon> daemon, Timekeeper time) {

    /// Answers a question about the registry; the answer must not hold on to it.
    @FunctionalInterface
    interface Register {
        <T> T ask(Function<Registry, T> question);
    }

    /// That of a running daemon.
    static Office of(Config config, Daemon daemon) {
        return new Office(config, daemon.store(), daemon.assembly(), daemon.iana(), daemon.now(), new Asking(daemon.robot())::ask, daemon::robot,
                () -> daemon.clock().map(Clock::next).orElse(List.of()), Optional.of(daemon.doors().pipe()), Optional.of(daemon), daemon.time());
    }

    private record Asking(Robot robot) {
        <T> T ask(Function<Registry, T> question) {
            return robot.ask(question).join();
        }
    }
}
