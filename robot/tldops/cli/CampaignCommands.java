package tldops.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Tld;

/// The commands about who is invited and who is on the list without being an SSC: `batches`, `missing`, `guests` and
/// `guest` (R065-R071, R103, X20, N26, N41).
final class CampaignCommands {
    private static final String TLDS = "ccTLDs: nl .fr .中国";

    private CampaignCommands() {}

    @Command(
            name = "batches",
            header = "Show the batches of invitations: who was invited when, what came of it, who is next.",
            description = {
                "First the two test batches, then so many ccTLDs a calendar week, alphabetically by A-label (batches.* in the configuration). ccTLDs that have members or were invited before are passed over.",
                "Until somebody says start nothing leaves."
            })
    record Batches(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().powers().campaign().batches().get());
        }

        @Command(name = "start", header = "Let the batches leave.", description = "The next one leaves when its time comes (tldops duties).")
        int start() {
            return order(Event.Order.Campaign.Step.START, List.of());
        }

        @Command(name = "hold", header = "Let no further batch leave.", description = "Letters that are out stay as they are, and answers to them count. The Secretariat may say the same by mail: batches hold.")
        int hold() {
            return order(Event.Order.Campaign.Step.HOLD, List.of());
        }

        @Command(name = "resume", header = "Let the batches go on.", description = "Places of weeks that have passed are not made up for.")
        int resume() {
            return order(Event.Order.Campaign.Step.RESUME, List.of());
        }

        @Command(name = "exclude", header = "Never invite these by a batch.", description = "They can still apply, and tldops invite still asks them.")
        int exclude(@Parameters(arity = "1..*", paramLabel = "TLD", description = TLDS) List<Tld> tlds) {
            return order(Event.Order.Campaign.Step.EXCLUDE, tlds);
        }

        @Command(name = "include", header = "Take back an exclusion.", description = "They are invited when their turn comes.")
        int include(@Parameters(arity = "1..*", paramLabel = "TLD", description = TLDS) List<Tld> tlds) {
            return order(Event.Order.Campaign.Step.INCLUDE, tlds);
        }

        private int order(Event.Order.Campaign.Step step, List<Tld> tlds) {
            return ordered(work.get(), new Event.Order.Campaign(step, tlds.stream().distinct().toList()));
        }
    }

    @Command(
            name = "missing",
            header = "List the ccTLDs that are not on the list, by region.",
            description = "With the last invitation and what came of it. It holds names of ccTLDs only, so that it can be published.")
    record Missing(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().powers().campaign().missing().get());
        }
    }

    @Command(
            name = "guests",
            header = "List observers and posters: who is on the list without being an SSC.",
            description = "Observers read and write until their last day or until the regular batches begin; posters only write.")
    record Guests(Supplier<Work> work) implements Callable<Integer> {
        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().powers().campaign().guests().get());
        }
    }

    @Command(name = "guest", synopsisSubcommandLabel = "COMMAND", header = "Take somebody on the list who is no SSC, or off it.", description = "He and the Secretariat are told.")
    static final class OneGuest implements Callable<Integer> {
        private final Supplier<Work> work;

        OneGuest(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            return work.get().sheet().rows(work.get().powers().campaign().guests().get());
        }

        @Command(name = "add", header = "Take somebody on the list, or change his terms.", description = "With the address of one who is there already, what is given here takes the place of what was.")
        int add(
                @Parameters(paramLabel = "ADDRESS", description = "His e-mail address.") String address,
                @Option(names = "--name", required = true, paramLabel = "NAME", description = "How he is called.") String name,
                @Option(names = "--role", required = true, paramLabel = "ROLE", completionCandidates = Candidates.Roles.class, description = "${COMPLETION-CANDIDATES}") Guest.Role role,
                @Option(names = "--until", paramLabel = "DATE", description = "His last day: 2027-06-30. Without it an observer leaves when the regular batches begin, a poster stays until he is removed.") Optional<LocalDate> until,
                @Option(names = "--roster", description = "The bulletins with the contacts of all members go to him.") boolean roster,
                @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", completionCandidates = Candidates.Languages.class, description = "${COMPLETION-CANDIDATES}") Language language) {
            Optional<Address> read = Address.parse(address);
            if (read.isEmpty()) return work.get().sheet().no("'" + address + "' is no e-mail address.");
            return ordered(work.get(), new Event.Order.AddGuest(read.get(), name, role, roster, until, language));
        }

        @Command(name = "remove", header = "Take an observer or poster off the list.", description = "From then on nothing goes to him, and his posts are nobody's.")
        int remove(@Parameters(paramLabel = "ADDRESS", description = "His e-mail address.") String address) {
            Optional<Address> read = Address.parse(address);
            return read.isEmpty() ? work.get().sheet().no("'" + address + "' is no e-mail address.") : ordered(work.get(), new Event.Order.RemoveGuest(read.get()));
        }
    }

    private static int ordered(Work work, Event.Order order) {
        return work.sheet().outcomes(work.powers().campaign().order().order(work.user(), order));
    }
}
