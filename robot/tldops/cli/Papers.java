package tldops.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the papers beside the program: `tldops completion` to standard output, `tldops manual` into a folder.
final class Papers {
    private Papers() {}

    private static final String HEAD = """
            # Completes the words of tldops in bash, and in zsh by its bashcompinit. Made from the commands themselves:
            # tldops completion bash

            """;

    static int completion(CommandLine leaf, PrintStream out) {
        String script = AutoComplete.bash("tldops", root(leaf));
        // where no word fits, names of files do: --config FILE, explain FILE.eml
        out.print(HEAD + script.substring(script.indexOf("if [ -n \"$BASH_VERSION\"")).replaceAll("(?m)^ *type compopt .*compopt \\+o default\n", ""));
        return Exit.DONE;
    }

    static int manual(CommandLine leaf, PrintStream err) {
        Path folder = leaf.getParseResult().matchedPositionalValue(0, Path.of(""));
        try {
            new Manual(root(leaf)).write(folder);
            return Exit.DONE;
        } catch (IOException unwritable) {
            err.println("tldops manual: cannot write " + unwritable.getMessage());
            return Exit.NO;
        }
    }

    private static CommandLine root(CommandLine leaf) {
        CommandLine above = leaf;
        while (above.getParent() != null) above = above.getParent();
        return above;
    }
}
