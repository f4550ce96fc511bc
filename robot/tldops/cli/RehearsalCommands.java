package tldops.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tldops.rehearsal.Report;
import tldops.rehearsal.Simulation;

/// The commands that let the robot's clock run ahead (N31): `simulate` plays years with invented people, `forecast` lists what
/// will leave if nobody answers.
final class RehearsalCommands {
    private static final int MOST_YEARS = 100;
    private static final int MOST_SEEDS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private RehearsalCommands() {}

    @Command(
            name = "forecast",
            header = "List every mail that will leave if nobody answers.",
            description = {
                "Reminders, escalations, reports: what the robot would write in that time, from what stands now, if no mail came in; and what waits in the outbox. AT is in the zone of the list.",
                "A copy of the membership goes through that time; the running robot is not disturbed. Mail that has come in and is not decided yet is not foreseen."
            })
    static final class Forecast implements Callable<Integer> {
        private final Supplier<Work> work;

        @Parameters(arity = "0..1", paramLabel = "TIME", defaultValue = "30d", converter = Span.class, description = "Hours, days or weeks: 12h, 30d, 2w (${DEFAULT-VALUE}).")
        private Duration time = Duration.ofDays(30);

        Forecast(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().looking().forecast().apply(time));
        }
    }

    /// `12h`, `30d`, `2w`.
    static final class Span implements ITypeConverter<Duration> {
        private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,4})([hdw])");

        @Override
        public Duration convert(String text) {
            Matcher read = SHAPE.matcher(text.strip());
            if (!read.matches()) throw new TypeConversionException("'" + text + "' is not a time like 12h, 30d or 2w");
            int many = Integer.parseInt(read.group(1));
            Duration time = switch (read.group(2)) {
                case "h" -> Duration.ofHours(many);
                case "d" -> Duration.ofDays(many);
                default -> Duration.ofDays(7L * many);
            };
            if (time.compareTo(LONGEST) > 0) throw new TypeConversionException("'" + text + "' is more than a year");
            return time;
        }
    }

    @Command(
            name = "simulate",
            header = "Play years of the list with invented people.",
            description = {
                "All that the robot decides, on a clock that jumps ahead: batches of invitations, answers, applications, changes, posts and digests, options, urgent calls, departures, guests; people who forget, deny, bounce, move or forge. Nothing is sent, nothing stored; configuration and calendars are the real ones.",
                "A line a month, and a summary. NEVER: ccTLDs that were not asked yet; OPEN: asked, or something about their first contact is under way; NONE: without a contact; then those with 1, 2, 3 and more SSCs. IN: mails to the robot; OUT: letters of it; COPIES: one for each recipient; POSTS: those that went to all; JOINED and LEFT: memberships. --json tells the letters of each month by kind.",
                "After every decision it looks at what must always hold; what does not is told with its date and its journal, and the command ends with 1.",
                "The same seed gives the same years: the same output, byte by byte, from the same configuration and version. Progress goes to standard error when that is a terminal."
            })
    static final class Simulate {
        @Option(names = "--years", paramLabel = "N", defaultValue = "10", description = "How many (${DEFAULT-VALUE}).")
        int years = 10;

        @Option(names = "--seed", paramLabel = "N", description = "The same people and the same chance again; without it a number is drawn and told.")
        Optional<Long> seed = Optional.empty();

        @Option(names = "--cctlds", paramLabel = "N", defaultValue = "1000", description = "So many of the delegated ccTLDs; usually all.")
        int ccTlds = 1000;

        @Option(names = "--month-by-month", negatable = true, defaultValue = "true", fallbackValue = "true", description = "A line a month, which is usual; or only the summary.")
        boolean monthly = true;

        /// @param watched whether somebody looks at a screen
        int play(House house, Grammar.Everywhere everywhere, Sheet sheet, boolean watched) throws IOException {
            if (years < 1 || years > MOST_YEARS) return sheet.no("--years must be from 1 to " + MOST_YEARS + ".");
            if (ccTlds < 1) return sheet.no("--cctlds must be at least 1.");
            long chosen = seed.orElseGet(() -> 1L + new SecureRandom().nextInt(MOST_SEEDS));
            RehearsalPages pages = new RehearsalPages(sheet, monthly && !sheet.json(), watched, 12 * years);
            Report report = house.simulate().play(everywhere.config, new Simulation.Settings(years, chosen, ccTlds), pages::month);
            pages.clear();
            if (sheet.json()) sheet.document(report);
            else pages.end(report);
            return report.good() ? Exit.DONE : Exit.NO;
        }
    }
}
