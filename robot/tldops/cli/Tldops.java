package tldops.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The `tldops` command as it is typed: understands the words, does what belongs here and takes the
/// rest to the daemon, or, when none runs, has the store opened for it (DESIGN 1.7).
public final class Tldops {
    /// A file name that the grammar would take as it stands.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./ +:-]*");

    private static final InputStream NO_BODY = InputStream.nullInputStream();

    private final House house;
    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Grammar.Everywhere everywhere = new Grammar.Everywhere();

    /// @param environment for COLUMNS, and for what mail servers tell a pipe
    public Tldops(
            House house,
            Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.house = house;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /// @return the exit code
    public int execute(String... words) {
        if (runs(words)) return house.run().applyAsInt(everywhere.config);
        CommandLine grammar = Grammar.of(everywhere, Tldops::notHere);
        grammar.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        if (columns() > 0) grammar.setUsageHelpWidth(Math.clamp(columns(), 60, 110));
        grammar.setExecutionStrategy(parsed -> perform(parsed, List.of(words)));
        return grammar.execute(words);
    }

    /// `run`, with a configuration or without: the robot need not wait half a second for the grammar of forty other commands.
    private boolean runs(String... words) {
        List<String> rest = new ArrayList<>(List.of(words));
        int option = rest.indexOf("--config");
        if (option >= 0 && option + 1 < rest.size() && PLAIN.matcher(rest.get(option + 1)).matches()) {
            rest.remove(option);
            everywhere.config = Optional.of(Path.of(rest.remove(option)));
        }
        if (rest.equals(List.of("run"))) return true;
        everywhere.config = Optional.empty();
        return false;
    }

    private static Work notHere() {
        throw new IllegalStateException(
                "commands of the desk are not executed where they are typed");
    }

    private int perform(ParseResult parsed, List<String> words)
            throws CommandLine.ExecutionException {
        CommandLine leaf = leaf(parsed);
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) return helped;
        if (!parsed.hasSubcommand()) {
            leaf.usage(leaf.getErr());
            return Exit.USAGE;
        }
        return local(leaf).map(command -> here(command, leaf)).orElseGet(() -> there(leaf, words));
    }

    private int here(Grammar.Local command, CommandLine leaf) {
        return switch (command) {
            case RUN -> house.run().applyAsInt(everywhere.config);
            case DEMO -> house.demo().applyAsInt(everywhere.config);
            case RESTORE -> restored((Grammar.Restore) leaf.getCommand());
            case COMPLETION -> Papers.completion(leaf, out);
            case MANUAL -> Papers.manual(leaf, err);
            case SIMULATE -> simulated((RehearsalCommands.Simulate) leaf.getCommand());
            case CHECK_CONFIG ->
                    switch (house.check().apply(everywhere.config)) {
                        case House.Checked.Good(_, var summary) -> {
                            if (everywhere.json) sheet().document(List.of());
                            else summary.get().forEach(out::println);
                            yield Exit.DONE;
                        }
                        case House.Checked.Bad(var problems, _) -> {
                            if (everywhere.json) sheet().document(problems);
                            else problems.forEach(err::println);
                            yield Exit.NO;
                        }
                    };
        };
    }

    private int restored(Grammar.Restore wish) {
        return switch (house.check().apply(everywhere.config)) {
            case House.Checked.Bad(var problems, _) -> {
                problems.forEach(err::println);
                yield Exit.NO;
            }
            case House.Checked.Good(var folder, _) -> {
                try {
                    yield sheet().outcome(house.restore().restore(folder, wish.file, wish.force));
                } catch (IOException refused) {
                    yield sheet().no("Nothing was restored: " + said(refused) + ".");
                }
            }
        };
    }

    private int simulated(RehearsalCommands.Simulate wish) {
        if (house.check().apply(everywhere.config) instanceof House.Checked.Bad(var problems, _)) {
            problems.forEach(err::println);
            return Exit.NO;
        }
        try {
            return wish.play(house, everywhere, sheet(), errorsSeen());
        } catch (IOException refused) {
            return sheet().no("Nothing was played: " + said(refused) + ".");
        }
    }

    /// The running robot answers whatever stands in the configuration by now; without one it must be whole.
    private int there(CommandLine leaf, List<String> words) {
        boolean mail = leaf.getCommandName().equals("deliver");
        int failed = mail ? Exit.LATER : Exit.NO;
        House.Checked checked = house.check().apply(everywhere.config);
        Optional<Path> file = CarryCommands.output(leaf);
        try (InputStream body = body(leaf)) {
            return file.isPresent() ? written(leaf, words, checked, file.get()) : asked(checked, leaf, words, body, out);
        } catch (IOException broken) {
            err.println("tldops " + leaf.getCommandName() + ": " + Cells.of(said(broken)));
            return failed;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int asked(House.Checked checked, CommandLine leaf, List<String> words, InputStream body, PrintStream to) throws IOException {
        List<String> all = completed(leaf, words);
        boolean mail = leaf.getCommandName().equals("deliver");
        OptionalInt answered = checked.folder().isPresent() ? house.daemon().execute(checked.folder().get(), all, body, to, err) : OptionalInt.empty();
        if (answered.isPresent()) return answered.getAsInt();
        if (checked instanceof House.Checked.Bad bad) {
            bad.problems().forEach(err::println);
            return mail ? Exit.LATER : Exit.NO;
        }
        String nobody = "o robot is running on " + checked.folder().orElseThrow().toAbsolutePath().normalize();
        if (mail) {
            err.println("tldops deliver: n" + nobody + "; try again later");
            return Exit.LATER;
        }
        if (leaf.getCommandName().equals("health")) return sheet().no("N" + nobody + "; start it: tldops run.");
        return house.alone().execute(everywhere.config, all, body, to, err);
    }

    /// A file is written where the command is typed, by who typed it, for him alone, and only when all is well.
    private int written(CommandLine leaf, List<String> words, House.Checked checked, Path file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (PrintStream held = new PrintStream(content, false, StandardCharsets.UTF_8)) {
            int code = asked(checked, leaf, words, NO_BODY, held);
            held.flush();
            if (code == Exit.DONE) CarryCommands.keep(file, content.toByteArray());
            return code;
        }
    }

    /// A file is read where the command is typed: the daemon may not see it, and must not read for
    /// others.
    private InputStream body(CommandLine leaf) throws IOException {
        return switch (leaf.getCommandName()) {
            case "deliver" -> in;
            case "explain", "import" -> {
                String file = leaf.getParseResult().matchedPositionalValue(0, "-");
                yield file.equals("-") ? in : Files.newInputStream(Path.of(file));
            }
            case "add" -> {
                boolean key = leaf.getParent().getCommandName().equals("key");
                String file = leaf.getParseResult().matchedPositionalValue(1, "-");
                yield !key ? NO_BODY : file.equals("-") ? in : Files.newInputStream(Path.of(file));
            }
            default -> NO_BODY;
        };
    }

    /// The words, and what only this side knows: how wide the screen is, what the mail server says
    /// of the mail.
    private List<String> completed(CommandLine leaf, List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (leaf.getCommandName().equals("deliver")) {
            List<String> given =
                    leaf.getParseResult().matchedOptions().stream()
                            .map(option -> option.longestName())
                            .toList();
            if (!given.contains("--from"))
                said("SENDER")
                        .ifPresent(from -> all.add("--from=" + (from.isEmpty() ? "<>" : from)));
            if (!given.contains("--to"))
                said("ORIGINAL_RECIPIENT")
                        .or(() -> said("RECIPIENT"))
                        .ifPresent(to -> all.add("--to=" + to));
        }
        if (leaf.getCommandName().equals("backup")) {
            all.addFirst("--folder=" + Path.of("").toAbsolutePath());
            if (watched()) all.addFirst("--progress");
        }
        if (columns() > 0) all.addFirst("--width=" + columns());
        boolean seen = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (seen && said("NO_COLOR").isEmpty()) all.addFirst("--colour");
        return List.copyOf(all);
    }

    /// Whether somebody sees standard error, wherever the output goes.
    private static boolean errorsSeen() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return watched();
        }
    }

    private static boolean watched() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /// A sentence; the library's own names a file and no more.
    private static String said(IOException broken) {
        String words = Optional.ofNullable(broken.getMessage()).orElse(broken.toString());
        return broken instanceof NoSuchFileException ? "there is no file " + words : words;
    }

    private Optional<String> said(String variable) {
        return Optional.ofNullable(environment.get(variable));
    }

    private int columns() {
        return said("COLUMNS")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private Sheet sheet() {
        return new Sheet(out, err, everywhere.json, columns(), false);
    }

    /// The command that the last word names.
    static CommandLine leaf(ParseResult parsed) {
        return parsed.asCommandLineList().getLast();
    }

    static Optional<Grammar.Local> local(CommandLine leaf) {
        return Arrays.stream(Grammar.Local.values())
                .filter(each ->
                        each.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(leaf.getCommandName()))
                .findFirst();
    }
}
