package tldops.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tldops.Config;
import tldops.core.Journal;
import tldops.core.Registry;

/// Plays a story through the whole daemon: mail comes in over SMTP, letters leave over SMTP, records lie in a folder,
/// and the clock shows what the story says.
final class DaemonPlayer implements Player {
    /// Starts a daemon.
    @FunctionalInterface
    interface Start {
        Daemon with(Config config, Supplier<Instant> clock) throws IOException;
    }

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2027-01-01T00:00:00Z"));
    private final MailSink sink = new MailSink();
    private final Path records;
    private final Daemon daemon;
    private int told;

    /// @param folder an empty folder for everything
    DaemonPlayer(Story story, Path folder, Start start) throws IOException {
        records = Files.createDirectories(folder.resolve("iana"));
        daemon = start.with(StoryConfig.of(story, folder, List.of(
                "iana.folder = \"" + records + "\"",
                "store.folder = \"" + folder.resolve("data") + "\"",
                "send.mode = smtp",
                "send.host = \"127.0.0.1\"",
                "send.port = " + sink.port())), clock::get);
    }

    @Override
    public List<Posted> play(Act act) {
        told = daemon.journal().get().size();
        try {
            switch (act) {
                case Act.Clock(var to) -> clock.set(to);
                case Act.Iana(var tld, var record) -> {
                    Path file = records.resolve(tld.label() + ".txt");
                    Optional<String> whois = record.whois(tld);
                    if (whois.isPresent()) Files.writeString(file, whois.get());
                    else Files.deleteIfExists(file);
                }
                case Act.Mailed mailed -> MailClient.send(daemon.port(), mailed);
                case Act.Ordered(var order) -> daemon.order().accept(order);
                case Act.Due(var duty) -> daemon.duty().accept(duty);
                case Act.Relay relay -> sink.turned(relay);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        daemon.settle().run();
        return sink.taken();
    }

    @Override
    public Registry registry() {
        return daemon.registry().get();
    }

    @Override
    public List<String> journal() {
        List<Journal> all = daemon.journal().get();
        return all.subList(told, all.size()).stream().map(States::line).toList();
    }

    @Override
    public void close() throws IOException {
        try {
            daemon.stop().close();
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            sink.close();
        }
    }
}
