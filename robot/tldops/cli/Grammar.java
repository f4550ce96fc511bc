package tldops.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tldops.core.Tld;

/// Everything that can be typed behind `tldops`. The same grammar reads the words where they are
/// typed and, for the commands of the desk, once more where the store is open.
final class Grammar {
    /// The commands that are executed where they are typed.
    enum Local {
        RUN,
        DEMO,
        CHECK_CONFIG,
        RESTORE,
        COMPLETION,
        MANUAL,
        SIMULATE
    }

    private static final List<String> ORDER =
            List.of(
                    "run",
                    "demo",
                    "check-config",
                    "invite",
                    "batches",
                    "missing",
                    "guests",
                    "guest",
                    "key",
                    "members",
                    "cases",
                    "case",
                    "posts",
                    "reach",
                    "why",
                    "iana",
                    "inbox",
                    "outbox",
                    "journal",
                    "health",
                    "doctor",
                    "watch",
                    "import",
                    "export",
                    "duties",
                    "duty",
                    "clock",
                    "explain",
                    "forecast",
                    "simulate",
                    "backup",
                    "restore",
                    "deliver",
                    "completion",
                    "manual",
                    "help");

    private Grammar() {}

    /// The options that every command takes.
    static final class Everywhere {
        @Option(
                names = "--config",
                paramLabel = "FILE",
                scope = CommandLine.ScopeType.INHERIT,
                description = "Your configuration; only what differs from the defaults.")
        Optional<Path> config = Optional.empty();

        @Option(
                names = "--json",
                scope = CommandLine.ScopeType.INHERIT,
                description = "Answer as one JSON document.")
        boolean json;

        @Option(names = "--width", hidden = true, scope = CommandLine.ScopeType.INHERIT)
        int width;

        @Option(names = "--colour", hidden = true, scope = CommandLine.ScopeType.INHERIT)
        boolean colour;

        /// Where relative names of files begin: the folder in which the words were typed.
        @Option(names = "--folder", hidden = true, scope = CommandLine.ScopeType.INHERIT)
        Path folder = Path.of("");

        @Option(names = "--progress", hidden = true, scope = CommandLine.ScopeType.INHERIT)
        boolean progress;
    }

    @Command(
            name = "run",
            header = "Run the robot until it is stopped.",
            description =
                    "Takes in mail, decides, sends. Logs to standard output; SIGTERM ends it in order.")
    record Run() {}

    @Command(
            name = "demo",
            header = "Play the main job before your eyes.",
            description =
                    "Starts a robot of its own on a new data folder and free ports; nothing leaves the machine. Ends with 0 when every step went as told.")
    record Demo() {}

    @Command(
            name = "check-config",
            header = "Check the configuration.",
            description =
                    "Reports everything that is wrong in one go, with file and line. Starts nothing.")
    record CheckConfig() {}

    @Command(
            name = "restore",
            header = "Put a backup in the place of the database.",
            description = {
                "Only while no robot runs on the data folder. The backup is opened and its journal checked first; then it takes the database's place in one step.",
                "It starts held: mail is received and none is sent until `tldops outbox release`, for the robot it was taken from may still run, or has sent what stands in it as unsent."
            })
    static final class Restore {
        @Parameters(
                paramLabel = "FILE",
                description = "What `tldops backup` wrote, or a copy of tldops.mv.db made while no robot ran.")
        Path file = Path.of("");

        @Option(
                names = "--force",
                description = "Also where there is a database; it is kept as tldops.mv.db.before-restore-TIME.")
        boolean force;
    }

    static CommandLine of(Everywhere everywhere, Supplier<Work> work) {
        CommandLine all = new CommandLine(new DeskCommands(everywhere, work));
        all.addSubcommand(new Run()).addSubcommand(new CheckConfig()).addSubcommand(new Demo());
        all.addSubcommand(new Restore()).addSubcommand(new BackupCommand(work));
        all.addSubcommand(new BoxCommands.Inbox(work))
                .addSubcommand(new BoxCommands.Outbox(work))
                .addSubcommand(new BoxCommands.Journal(work))
                .addSubcommand(new WatchCommands.Health(work))
                .addSubcommand(new WatchCommands.Doctor(work))
                .addSubcommand(new WatchCommands.Watch(work));
        all.addSubcommand(new PaperCommands.Completion()).addSubcommand(new PaperCommands.Manual());
        all.addSubcommand(new ClockCommand(work));
        all.addSubcommand(new RehearsalCommands.Forecast(work)).addSubcommand(new RehearsalCommands.Simulate());
        all.addSubcommand(new CarryCommands.Import(work)).addSubcommand(new CarryCommands.Export(work));
        all.addSubcommand(new CampaignCommands.Batches(work)).addSubcommand(new CampaignCommands.Missing(work));
        all.addSubcommand(new CampaignCommands.Guests(work)).addSubcommand(new CampaignCommands.OneGuest(work));
        all.addSubcommand(new KeyCommands.Key(work));
        all.addSubcommand(new HelpCommand());
        all.registerConverter(
                Tld.class,
                text ->
                        Tld.parse(text)
                                .orElseThrow(() ->
                                        new TypeConversionException(
                                                "'" + text + "' is not the name of a ccTLD")));
        all.registerConverter(Instant.class, Grammar::instant);
        all.setCaseInsensitiveEnumValuesAllowed(true);
        all.setUsageHelpLongOptionsMaxWidth(24);
        all.getHelpSectionMap()
                .put(
                        SECTION_KEY_COMMAND_LIST,
                        help -> help.commandList(ordered(help.subcommands())));
        manual(all);
        return all;
    }

    /// As people meet them, not as the class file lists them.
    private static Map<String, Help> ordered(Map<String, Help> commands) {
        Map<String, Help> ordered = new LinkedHashMap<>(commands);
        for (String name : ORDER) {
            Help command = ordered.remove(name);
            if (command != null) ordered.put(name, command);
        }
        return ordered;
    }

    static Stream<CommandLine> sorted(Stream<CommandLine> commands) {
        return commands.distinct().sorted(Comparator.comparingInt((CommandLine command) -> ORDER.indexOf(command.getCommandName())).thenComparing(CommandLine::getCommandName));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException(
                    "'" + text + "' is not a time like 2027-01-18T09:00Z");
        }
    }

    /// Help in the order of a manual page, for each command alike.
    private static void manual(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .headerHeading(
                        "@|bold NAME|@%n  " + command.getCommandSpec().qualifiedName(" ") + " - ")
                .synopsisHeading("%n@|bold SYNOPSIS|@%n  ")
                .descriptionHeading("%n@|bold DESCRIPTION|@%n")
                .parameterListHeading("%n@|bold ARGUMENTS|@%n")
                .optionListHeading("%n@|bold OPTIONS|@%n")
                .commandListHeading("%n@|bold COMMANDS|@%n")
                .exitCodeListHeading("%n@|bold EXIT STATUS|@%n")
                .exitCodeList(Exit.described())
                .footerHeading("%n@|bold EXAMPLES|@%n")
                .footer(Examples.footer(command.getCommandSpec().qualifiedName(" ")));
        command.getSubcommands().values().forEach(Grammar::manual);
    }
}
