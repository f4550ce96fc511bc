package tldops.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The commands that tell how the robot fares: `health`, for an operator and his monitoring, `doctor`, which tries everything it
/// needs (L14, L31, L32), and `watch`, what IANA names anew (N03).
final class WatchCommands {
    private static final Map<String, String> COLOURS = Map.of("green", "32", "good", "32", "yellow", "33", "doubtful", "33", "red", "1;31", "wrong", "1;31");
    private static final int LONGEST_WAIT = 600;

    private WatchCommands() {}

    /// The word in its colour, where somebody looks at a screen.
    static String painted(String word, boolean colour) {
        String code = COLOURS.get(word.strip().toLowerCase(Locale.ROOT));
        return colour && code != null ? "\u001b[" + code + "m" + word + "\u001b[0m" : word;
    }

    @Command(
            name = "health",
            header = "Tell how the running robot fares.",
            description = {
                "One line per vital sign: green = well, yellow = look at it today, red = act now; a red line says what to do.",
                "Ends with 0 when all is green or yellow, with 1 when something is red or no robot runs: fit for a monitor."
            })
    record Health(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            Optional<Rows.Health> health = work.get().powers().watching().health().get();
            if (health.isEmpty()) return work.get().sheet().no("No robot is running.");
            Sheet sheet = work.get().sheet();
            if (sheet.json()) sheet.document(health.get());
            else sheet.told(health.get().signs(), Rows.Vital::level);
            return health.get().health().equals("red") ? Exit.NO : Exit.DONE;
        }
    }

    @Command(
            name = "watch",
            header = "Tell whose admin contact IANA names anew.",
            description = {
                "Every night the robot looks whom IANA names. Another contact counts when a second reading, some hours later, agrees; then the SSCs are to be re-confirmed by the new one.",
                "Lists the ccTLDs where another one was seen, and those that changed in the last thirty days. `tldops duty watch` looks now; what waits for a release is a case (tldops cases)."
            })
    static final class Watch implements Callable<Integer> {
        private final Supplier<Work> work;

        @Option(names = "--all", description = "All ccTLDs that the robot knows a contact of.")
        private boolean all;

        Watch(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().powers().watching().contacts().apply(all));
        }
    }

    @Command(
            name = "doctor",
            header = "Try everything the robot needs, and tell what to mend.",
            description = {
                "Configuration, data folder, DNS of the list's domain, relay, mailbox, doors, IANA, letters and duties: each is tried and found good, doubtful or wrong, with what to do.",
                "With --send it also writes a mail to each of its own addresses through the relay and waits until they come in through a door: whoever wired an alias wrongly sees which. Nobody else gets a mail.",
                "Ends with 1 when something is wrong."
            })
    static final class Doctor implements Callable<Integer> {
        private final Supplier<Work> work;

        @Option(names = "--send", description = "Also write to its own addresses and wait for the mails.")
        private boolean send;

        @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "60", description = "How long to wait for them (${DEFAULT-VALUE}).")
        private int seconds;

        Doctor(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            Sheet sheet = work.get().sheet();
            if (seconds < 1 || seconds > LONGEST_WAIT) return sheet.no("--wait must be from 1 to " + LONGEST_WAIT + ".");
            PrintStream progress = sheet.err();
            Rows.Checkup found = work.get().powers().watching().doctor().examine(send, Duration.ofSeconds(seconds), line -> {
                progress.println(Cells.disarmed(line));
                progress.flush();
            });
            if (sheet.json()) sheet.document(found);
            else sheet.told(found.findings(), Rows.Finding::state);
            return found.result().equals("wrong") ? Exit.NO : Exit.DONE;
        }
    }
}
