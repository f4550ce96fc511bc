package tldops.conversations;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tldops.core.Event;
import tldops.core.Registry;

/// Plays what happens and says what became of it: once against the core alone, once through the whole daemon.
interface Player extends AutoCloseable {
    /// Lets it happen and waits until nothing more follows from it.
    ///
    /// @return the letters that left meanwhile
    List<Posted> play(Act act);

    /// Asks the membership and the cases as they are now; the answer must not hold on to them.
    <T> T ask(Function<Registry, T> question);

    /// When each duty falls due by the story's configuration.
    Map<Event.Duty, Function<Instant, Optional<Instant>>> duties();

    /// Journal lines of the last act, `what · reason · transition · evidence`.
    List<String> journal();

    /// How sure the mails that were decided in the last act made the robot of their senders, and why (MAIL_RULES 10).
    List<String> sureness();

    @Override
    void close() throws IOException;
}
