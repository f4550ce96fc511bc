package tldops.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands with words of their own: `inbox`, `outbox`, `journal`. Without such a word they
/// list.
final class BoxCommands {
    private static final String ROW = "Number of the row.";

    private BoxCommands() {}

    @Command(
            name = "inbox",
            header = "List the mails that came in, and settle those set aside.",
            description =
                    "Nothing that came in is ever lost: what could not be handled is set aside here with its reason, until it is retried or dropped.")
    record Inbox(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return list(false);
        }

        @Command(name = "list", header = "List what waits or was set aside.", description = "As `tldops inbox` does, newest last.")
        int list(@Option(names = "--all", description = "The newest 500, also what is done.") boolean all) {
            return work.get().sheet().rows(work.get().looking().inbox().apply(all));
        }

        @Command(
                name = "show",
                header = "Show a mail and what became of it.",
                description = "Passwords and tokens are masked.")
        int show(@Parameters(paramLabel = "N", description = ROW) long number) {
            return paper(
                    work.get(),
                    work.get().looking().inboxMail().apply(number),
                    "no mail " + number + " in the inbox");
        }

        @Command(name = "retry", header = "Handle a mail that was set aside once more.", description = "For when the reason is gone; it is read and decided as if it had come just now.")
        int retry(@Parameters(paramLabel = "N", description = ROW) long number) {
            return work.get()
                    .sheet()
                    .outcome(work.get().acting().retry().act(work.get().user(), number));
        }

        @Command(
                name = "drop",
                header = "Leave a mail unhandled for good.",
                description = "It is kept for the record; nobody is told.")
        int drop(@Parameters(paramLabel = "N", description = ROW) long number) {
            return work.get()
                    .sheet()
                    .outcome(work.get().acting().drop().act(work.get().user(), number));
        }
    }

    @Command(
            name = "outbox",
            header = "List the letters that wait to leave.",
            description = "Each with its tries, the next one, and what the relay said.")
    record Outbox(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return list(false);
        }

        @Command(name = "list", header = "List what has not left yet.", description = "As `tldops outbox` does, newest last.")
        int list(@Option(names = "--all", description = "The newest 500, also what has left.") boolean all) {
            return work.get().sheet().rows(work.get().looking().outbox().apply(all));
        }

        @Command(
                name = "show",
                header = "Show a letter.",
                description = "Passwords and tokens are masked.")
        int show(@Parameters(paramLabel = "N", description = ROW) long number) {
            return paper(
                    work.get(),
                    work.get().looking().outboxLetter().apply(number),
                    "no letter " + number + " in the outbox");
        }

        @Command(
                name = "release",
                header = "Send what is held.",
                description =
                        "All letters are held when more leave than `breaker` allows, and in a database that was restored or copied: release that only when the robot it comes from sends no more. What is held is due at once again.")
        int release() {
            return work.get()
                    .sheet()
                    .outcome(work.get().acting().release().release(work.get().user()));
        }
    }

    @Command(
            name = "journal",
            header = "List what was decided and why.",
            description =
                    "One line per decision, chained by hashes so that no line can be changed unseen.")
    record Journal(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return list(50);
        }

        @Command(name = "list", header = "List the last lines.", description = "Oldest first.")
        int list(
                @Option(
                                names = "--last",
                                paramLabel = "N",
                                defaultValue = "50",
                                description = "How many (${DEFAULT-VALUE}).")
                        int last) {
            return work.get().sheet().rows(work.get().looking().journal().apply(Math.max(last, 1)));
        }

        @Command(
                name = "verify",
                header = "Check the chain from its first line to its last.",
                description = "Ends with 1 when a line does not fit.")
        int verify() {
            Rows.Verified verified = work.get().looking().verify().get();
            work.get().sheet().one(verified);
            return verified.whole() ? Exit.DONE : Exit.NO;
        }
    }

    private static int paper(Work work, Optional<Rows.Paper> paper, String otherwise) {
        return paper.isPresent()
                ? work.sheet().one(paper.get())
                : work.sheet().no("There is " + otherwise + ".");
    }
}
