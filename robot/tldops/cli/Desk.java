package tldops.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Executes an operator's words in the process that has the store open (DESIGN 1.7): in the daemon
/// for words that came through its socket, or in the command itself when no daemon runs.
public final class Desk {
    private final Powers powers;

    public Desk(Powers powers) {
        this.powers = powers;
    }

    /// @param user the system user who typed them, for the journal
    /// @param body the mail for `deliver` and `explain`, otherwise empty
    /// @return the exit code
    public int execute(
            String user, List<String> words, InputStream body, OutputStream out, OutputStream err) {
        PrintStream outText = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errText = new PrintStream(err, false, StandardCharsets.UTF_8);
        Grammar.Everywhere everywhere = new Grammar.Everywhere();
        AtomicReference<Work> work =
                new AtomicReference<>(
                        new Work(
                                powers,
                                () ->
                                        new Sheet(
                                                outText,
                                                errText,
                                                everywhere.json,
                                                everywhere.width,
                                                everywhere.colour),
                                user,
                                body,
                                everywhere));
        CommandLine grammar = Grammar.of(everywhere, work::get);
        grammar.setOut(new PrintWriter(outText, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(errText, true, StandardCharsets.UTF_8));
        grammar.setExecutionStrategy(Desk::here);
        grammar.setExecutionExceptionHandler((bug, _, parsed) -> broken(bug, parsed, errText));
        try {
            return grammar.execute(words.toArray(String[]::new));
        } finally {
            outText.flush();
            errText.flush();
        }
    }

    private static int here(ParseResult parsed) {
        CommandLine leaf = Tldops.leaf(parsed);
        if (Tldops.local(leaf).isPresent()) {
            leaf.getErr()
                    .println("tldops " + leaf.getCommandName() + " is executed where it is typed.");
            return Exit.USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /// The operator is told; a mail server keeps its mail and tries again.
    private static int broken(Exception bug, ParseResult parsed, PrintStream err) {
        err.println("This went wrong inside the robot: " + Cells.of(bug.toString()));
        return Tldops.leaf(parsed).getCommandName().equals("deliver") ? Exit.LATER : Exit.BUG;
    }
}
