package tldops.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The commands that write what stands beside the program: shell completion and manual pages, both made from the
/// grammar, so that they never tell of commands that are not there.
final class PaperCommands {
    private PaperCommands() {}

    @Command(
            name = "completion",
            header = "Print what completes these commands in a shell.",
            description = "For bash and zsh; for the shell you sit at: . <(tldops completion bash). The Debian package brings it along for bash.")
    static final class Completion {
        @Parameters(arity = "0..1", paramLabel = "SHELL", completionCandidates = Candidates.Shells.class, defaultValue = "bash", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
        String shell = "bash";
    }

    @Command(
            name = "manual",
            header = "Write the manual pages.",
            description = "tldops.1, a page for each command, and tldops.conf.5, into the folders man1 and man5 below FOLDER, which man(1) finds by its -M or MANPATH.")
    static final class Manual {
        @Parameters(paramLabel = "FOLDER", description = "Made where it is missing.")
        Path folder = Path.of("");
    }
}
