package tldops.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import tldops.rehearsal.Report;
import tldops.rehearsal.Simulation;

/// What the command needs of the rest of the house; `Main` fills it in.
///
/// @param check reads the configuration (empty = the defaults)
/// @param run the daemon, until it is stopped; the exit code
/// @param demo the main job before the user's eyes; the exit code
public record House(
        Function<Optional<Path>, Checked> check,
        ToIntFunction<Optional<Path>> run,
        ToIntFunction<Optional<Path>> demo,
        Daemon daemon,
        Alone alone,
        Restore restore,
        Rehearse simulate) {

    public sealed interface Checked {
        /// Where a running robot would be found, as far as it can be read.
        Optional<Path> folder();

        /// @param summary one sentence per line, for a person; may ask outside
        record Good(Path dataFolder, Supplier<List<String>> summary) implements Checked {
            @Override
            public Optional<Path> folder() {
                return Optional.of(dataFolder);
            }
        }

        record Bad(List<Problem> problems, Optional<Path> folder) implements Checked {}
    }

    /// @param line 0 when it is about the whole file
    public record Problem(String file, int line, String key, String what) {
        @Override
        public String toString() {
            return file
                    + (line > 0 ? ":" + line : "")
                    + ": "
                    + (key.isEmpty() ? "" : key + " ")
                    + what;
        }
    }

    @FunctionalInterface
    public interface Daemon {
        /// Has the running daemon execute the words; empty when none runs on that data folder.
        ///
        /// @throws IOException when it was there and the talk broke off
        OptionalInt execute(
                Path dataFolder,
                List<String> words,
                InputStream body,
                OutputStream out,
                OutputStream err)
                throws IOException;
    }

    @FunctionalInterface
    public interface Restore {
        /// Puts a backup in the place of the database in that data folder.
        ///
        /// @throws IOException with a sentence for the operator
        Rows.Outcome restore(Path dataFolder, Path file, boolean force) throws IOException;
    }

    @FunctionalInterface
    public interface Rehearse {
        /// Plays years of the list by that configuration.
        ///
        /// @param told of each month that has passed
        /// @throws IOException when the configuration cannot be used
        Report play(Optional<Path> config, Simulation.Settings settings, Consumer<Report.Month> told)
                throws IOException;
    }

    @FunctionalInterface
    public interface Alone {
        /// Opens the store in this process, under its lock, and has a [Desk] execute the words.
        ///
        /// @throws IOException when the store cannot be opened
        int execute(
                Optional<Path> config,
                List<String> words,
                InputStream body,
                OutputStream out,
                OutputStream err)
                throws IOException;
    }
}
