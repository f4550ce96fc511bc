package tldops.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// `tldops clock`: whether the robot believes its clock, and the word that it may (SPEC 1.10).
@Command(
        name = "clock",
        header = "Show whether the clock is believed, and what deadlines wait for.",
        description = {
            "While the clock is in doubt no duty runs: mail is taken in and commands that only read are answered, everything else waits. It goes on by itself when the clock is put right.",
            "Without a word the state is shown."
        })
record ClockCommand(Supplier<Work> work) implements Callable<Integer> {
    @Override
    public Integer call() {
        return work.get().sheet().one(work.get().looking().clock().get());
    }

    @Command(
            name = "accept",
            header = "Say that the clock is right as it is.",
            description =
                    "Look at it first (tldops clock): deadlines are counted by it from now on. Days that it went on by unseen do not count for anybody.")
    int accept() {
        return work.get()
                .sheet()
                .outcome(work.get().acting().acceptClock().accept(work.get().user()));
    }
}
