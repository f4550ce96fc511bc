package tldops.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tldops.Config;
import tldops.Daemon;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Registry;
import tldops.store.Documents;
import tldops.store.Inbox;

/// Plays a story through the whole daemon: mail comes in over SMTP unless a block says `lmtp` or `pipe`, letters leave over SMTP, the database lies on the disk,
/// and the clock shows what the story says. When IANA's records change the robot is stopped and started again, so that
/// nothing can live on in its memory alone.
final class DaemonPlayer implements Player {
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2027-01-01T00:00:00Z"));
    private final MailSink sink = new MailSink();
    private final Config config;
    private final Path records;
    private final Random chance;
    private Daemon daemon;
    private long orders;
    private long told;

    /// @param folder an empty folder for everything
    DaemonPlayer(Story story, Path folder) throws IOException {
        records = Files.createDirectories(folder.resolve("iana"));
        chance = new Random(story.name().hashCode());
        config = StoryConfig.of(story, folder, List.of(
                "intake.lmtp { enabled = true, port = 0 }",
                "iana.source = folder",
                "iana.folder = \"" + records + "\"",
                "store.folder = \"" + folder.resolve("data") + "\"",
                "send.mode = smtp",
                "send.tls = none",
                "send.host = \"127.0.0.1\"",
                "send.port = " + sink.port()));
        daemon = new Daemon(config, clock::get, chance, false);
    }

    @Override
    public List<Posted> play(Act act) {
        told = daemon.store().journals().last();
        try {
            switch (act) {
                case Act.Clock(var to) -> clock.set(to);
                case Act.Iana(var tld, var record) -> {
                    Path file = records.resolve(tld.label() + ".txt");
                    Optional<String> whois = record.whois(tld);
                    if (whois.isPresent()) Files.writeString(file, whois.get());
                    else Files.deleteIfExists(file);
                    daemon.close();
                    daemon = new Daemon(config, clock::get, chance, false);
                }
                case Act.Mailed mailed -> brought(mailed);
                case Act.Ordered(var order) -> ordered(order);
                case Act.Due(var duty) -> daemon.robot().duty(duty, clock.get().toString()).join();
                case Act.Relay relay -> sink.turned(relay);
            }
            // the relay's word on a letter can lead to the next letter
            for (long before = -1; before != daemon.store().journals().last(); ) {
                before = daemon.store().journals().last();
                daemon.settle();
            }
            daemon.robot().settle();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return sink.taken();
    }

    private void brought(Act.Mailed mailed) throws IOException {
        switch (mailed.door()) {
            case SMTP -> MailClient.send(daemon.doors().smtpPort(), mailed);
            case LMTP -> MailClient.sendLmtp(daemon.doors().lmtpPort(), mailed);
            case PIPE -> MailClient.pipe(daemon.doors().pipe(), mailed);
        }
    }

    private void ordered(Event.Order order) {
        byte[] document = Documents.bytes(order);
        Envelope envelope = new Envelope("operator", true, Optional.empty(), List.of(), "operator");
        daemon.store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, envelope, document, "order-" + ++orders, Digest.hex(document), clock.get())).join();
    }

    @Override
    public <T> T ask(Function<Registry, T> question) {
        return daemon.robot().ask(question).join();
    }

    @Override
    public List<String> journal() {
        return daemon.store().journals().range(told + 1, Long.MAX_VALUE).stream().map(line -> States.line(line.journal())).toList();
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        sink.close();
    }
}
