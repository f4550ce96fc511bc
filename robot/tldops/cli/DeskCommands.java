package tldops.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tldops.core.Event;
import tldops.core.Request;
import tldops.core.Tld;

/// The commands that look at the store or change it; they are executed where it is open.
@Command(
        name = "tldops",
        version = "tldops-robot 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "The mail robot of the TLD-OPS list.",
        description = {
            "Runs the robot (tldops run) and speaks to the one that runs. A command finds it by its data folder; when none runs, the command opens the store itself.",
            "",
            "tldops help COMMAND tells more of each."
        })
final class DeskCommands {
    /// What the Secretariat may say to a case, and so the operator for it (P3).
    enum Word {
        RELEASE,
        EXTEND,
        CLOSE
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final Grammar.Everywhere everywhere;

    private final Supplier<Work> work;

    DeskCommands(Grammar.Everywhere everywhere, Supplier<Work> work) {
        this.everywhere = everywhere;
        this.work = work;
    }

    @Command(
            name = "members",
            header = "List the security contacts (SSCs).",
            description =
                    "One line per contact and ccTLD, primary first. PROVED says since when its address has answered: contact data goes there from then on.")
    int members(
            @Parameters(arity = "0..*", paramLabel = "TLD", description = "Only of these ccTLDs.")
                    List<Tld> tlds) {
        Set<String> wanted =
                Optional.ofNullable(tlds).orElse(List.of()).stream()
                        .map(Tld::display)
                        .collect(Collectors.toSet());
        return sheet().rows(
                        looking().members().get().stream()
                                .filter(row -> wanted.isEmpty() || wanted.contains(row.ccTld()))
                                .toList());
    }

    @Command(
            name = "reach",
            header = "Tell how well each ccTLD can be reached.",
            description = {
                "Whether every address works, every phone number can be in use, there are enough people, at more than one domain, one of them outside the ccTLD's own zone; and the one thing that would help most.",
                "Each ccTLD's own people see the same in mydata and modify. It is for nobody else."
            })
    int reach(
            @Parameters(arity = "0..*", paramLabel = "TLD", description = "Only these ccTLDs.")
                    List<Tld> tlds) {
        return sheet().rows(looking().reach().apply(Optional.ofNullable(tlds).orElse(List.of())));
    }

    @Command(
            name = "cases",
            header = "List what is under way.",
            description =
                    "Each case with its stage, who holds the question, and what happens when nobody answers.")
    int cases(@Option(names = "--all", description = "Also what has ended.") boolean all) {
        return sheet().rows(looking().cases().apply(all));
    }

    @Command(
            name = "posts",
            header = "List the mail to the list of the last 30 days.",
            description =
                    "Each post with its label, how many got it, and who could not be reached. The number is that of its mail: tldops inbox show N.")
    int posts() {
        return sheet().rows(looking().posts().get());
    }

    @Command(
            name = "case",
            header = "Show a case, or say what becomes of a held one.",
            description = {
                "Without a word the case is shown. The words are those the Secretariat may answer by mail:",
                "  release  ask the IANA address again",
                "  extend   wait some more working days (--days)",
                "  close    end it; whoever asked is told",
                "None of them admits, changes or removes anybody."
            })
    int judge(
            @Parameters(index = "0", paramLabel = "N", description = "Number of the case.")
                    long number,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "WORD",
                            completionCandidates = Candidates.Words.class,
                            description = "${COMPLETION-CANDIDATES}")
                    Optional<Word> word,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "Working days for extend (${DEFAULT-VALUE}).")
                    int days) {
        if (word.isEmpty()) {
            Optional<Rows.Case> found =
                    looking().cases().apply(true).stream()
                            .filter(row -> row.number() == number)
                            .findFirst();
            return found.isPresent()
                    ? sheet().one(found.get())
                    : sheet().no("There is no case " + number + ".");
        }
        if (days < 1 || days > 100) return sheet().no("--days must be from 1 to 100.");
        Request.Word said =
                switch (word.get()) {
                    case RELEASE -> Request.Word.RELEASE;
                    case EXTEND -> Request.Word.EXTEND;
                    case CLOSE -> Request.Word.CLOSE;
                };
        return sheet().outcome(work.get().acting().judge().judge(user(), number, said, days));
    }

    @Command(
            name = "undo",
            header = "Take back what a case has done.",
            description =
                    "The same as the admin contact's undo, with the same limits: within authority.undo, and not when a later change rests on it, the person left by his own wish, or IANA names another contact. Everybody concerned is told; the journal names you.")
    int undo(
            @Parameters(paramLabel = "N", description = "Number of the case.") long number) {
        return sheet().outcome(work.get().acting().undo().act(user(), number));
    }

    @Command(
            name = "directory",
            header = "List the ccTLDs on the list.",
            description =
                    "What everybody may see: the names of the ccTLDs that have a contact, and how many; nothing about people.")
    int directory() {
        return sheet().one(looking().directory().get());
    }

    @Command(
            name = "why",
            header = "Tell how an entry came to be.",
            description =
                    "Every step of a ccTLD's entry: what was decided, by which rule, on which answer of IANA, after which mail.")
    int why(@Parameters(paramLabel = "TLD", description = "A ccTLD: nl, .nl, .中国") Tld tld) {
        return sheet().rows(looking().why().apply(tld));
    }

    @Command(
            name = "iana",
            header = "Ask IANA who the admin contact of a ccTLD is.",
            description = {
                "Asks now, by each source that is configured (iana.source), and tells what counts: RDAP and WHOIS must name the same contact.",
                "The answers are not stored, and nothing follows from them but that they are known for as long as iana.max-age tells."
            })
    int iana(@Parameters(paramLabel = "TLD", description = "A ccTLD: nl, .nl, .中国") Tld tld) {
        return sheet().rows(looking().iana().apply(tld));
    }

    @Command(
            name = "invite",
            header = "Ask admin contacts for their security contacts.",
            description =
                    "Begins the validator-initiated subscription of each ccTLD: its admin contact at IANA gets the invitation.")
    int invite(
            @Parameters(arity = "1..*", paramLabel = "TLD", description = "ccTLDs: nl .fr .中国")
                    List<Tld> tlds) {
        return sheet().outcomes(
                        work.get()
                                .acting()
                                .invite()
                                .invite(user(), tlds.stream().distinct().toList()));
    }

    @Command(
            name = "duties",
            header = "List what the robot does by the clock.",
            description = "Each duty with its last and its next run.")
    int duties() {
        return sheet().rows(looking().duties().get());
    }

    @Command(
            name = "duty",
            header = "Do a duty now.",
            description =
                    "What is due is computed from the store; what was done already is not done again.")
    int duty(
            @Parameters(paramLabel = "NAME", completionCandidates = Candidates.Duties.class, description = "${COMPLETION-CANDIDATES}")
                    Event.Duty name,
            @Option(
                            names = "--at",
                            paramLabel = "INSTANT",
                            description = "As if it were then: 2027-01-18T09:00Z")
                    Optional<Instant> at) {
        return sheet().outcome(work.get().acting().duty().run(user(), name, at));
    }

    @Command(
            name = "explain",
            header = "Tell what the robot makes of a mail.",
            description =
                    "How the mail reads, who sent it and how sure that is, the decision and every letter. Changes nothing and sends nothing.")
    int explain(
            @Parameters(
                            paramLabel = "FILE.eml",
                            description = "A mail as it is sent; - reads standard input.")
                    String file)
            throws IOException {
        return sheet().one(looking().explain().apply(work.get().body().readAllBytes()));
    }

    @Command(
            name = "deliver",
            header = "Take in a mail from standard input.",
            description = {
                "For an alias or a pipe of your mail server. Ends with 0 only when the mail is on disk, with 75 when it must be tried again.",
                "Without the options, SENDER and ORIGINAL_RECIPIENT or RECIPIENT of the environment count, as Postfix sets them."
            })
    int deliver(
            @Option(
                            names = "--from",
                            paramLabel = "ADDRESS",
                            description = "Envelope sender; <> for none.")
                    Optional<String> from,
            @Option(
                            names = "--to",
                            paramLabel = "ADDRESS",
                            description = "Envelope recipient; may be given several times.")
                    List<String> to)
            throws IOException {
        return sheet().outcome(
                        work.get()
                                .acting()
                                .deliver()
                                .deliver(
                                        user(),
                                        from,
                                        Optional.ofNullable(to).orElse(List.of()),
                                        work.get().body()));
    }

    private Powers.Looking looking() {
        return work.get().looking();
    }

    private Sheet sheet() {
        return work.get().sheet();
    }

    private String user() {
        return work.get().user();
    }
}
