package tldops.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tldops backup`: written by whoever has the store open, into the folder in which it was typed.
@Command(
        name = "backup",
        header = "Write a backup while the robot goes on.",
        description = {
            "One file with everything that was received, decided and is to be sent, as it is at one moment; for its owner alone (0600), under its name only when it is complete. The copy is opened and its journal checked.",
            "The running robot writes it, so it must be allowed to write there. Configuration, keys and templates are not in it."
        })
final class BackupCommand implements Callable<Integer> {
    private final Supplier<Work> work;

    @Parameters(paramLabel = "FILE", description = "Where to; a zip file.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file when it is there.")
    private boolean force;

    @Option(names = "--no-verify", description = "Do not unpack, open and check the copy.")
    private boolean unverified;

    BackupCommand(Supplier<Work> work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Sheet sheet = work.get().sheet();
        Path to = work.get().everywhere().folder.resolve(file);
        boolean watched = work.get().everywhere().progress;
        try {
            return sheet.one(
                    work.get()
                            .acting()
                            .backup()
                            .backup(
                                    work.get().user(),
                                    to,
                                    force,
                                    !unverified,
                                    bytes -> {
                                        if (watched) said(sheet, bytes);
                                    }));
        } catch (IOException refused) {
            return sheet.no("No backup was written: " + refused.getMessage() + ".");
        }
    }

    private static void said(Sheet sheet, long bytes) {
        sheet.err().println(Sizes.of(bytes) + " written");
        sheet.err().flush();
    }
}
