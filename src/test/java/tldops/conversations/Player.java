package tldops.conversations;

import java.io.IOException;
import java.util.List;
import tldops.core.Registry;

/// Plays what happens and says what became of it: once against the core alone, once through the whole daemon.
interface Player extends AutoCloseable {
    /// Lets it happen and waits until nothing more follows from it.
    ///
    /// @return the letters that left meanwhile
    List<Posted> play(Act act);

    /// The membership and the cases as they are now.
    Registry registry();

    /// Journal lines of the last act, `what · reason · transition · evidence`.
    List<String> journal();

    @Override
    void close() throws IOException;
}
