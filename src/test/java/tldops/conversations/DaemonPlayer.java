package tldops.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tldops.Config;
import tldops.Daemon;
import tldops.Dial;
import tldops.Nameserver;
import tldops.Rota;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Registry;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Store;

/// Plays a story through the whole daemon: mail comes in over SMTP unless a block says `lmtp` or `pipe`, letters leave over SMTP, the database lies on the disk,
/// and the clock shows what the story says. When IANA's records change the robot is stopped and started again, so that
/// nothing can live on in its memory alone.
final class DaemonPlayer implements Player {
    private final AtomicReference<Dial> clock;
    private final MailSink sink = new MailSink();
    private final Config config;
    private final Path records;
    private final Optional<IanaServers> servers;
    private final Random chance;
    private final Nameserver dns = new Nameserver().lasting(0);
    private Daemon daemon;
    private long orders;
    private long told;

    /// @param folder an empty folder for everything
    DaemonPlayer(Story story, Path folder) throws IOException {
        this(story, folder, Instant.parse("2027-01-01T00:00:00Z"));
    }

    /// @param begin what the clock shows at the start: with a database that is there, a time after its last sign of life
    DaemonPlayer(Story story, Path folder, Instant begin) throws IOException {
        clock = new AtomicReference<>(new Dial(begin, 0));
        records = Files.createDirectories(folder.resolve("iana"));
        boolean two = story.blocks().stream().anyMatch(block -> block.kind().equals("iana") && IanaRecord.two(block.body()));
        servers = two ? Optional.of(new IanaServers(folder)) : Optional.empty();
        chance = new Random(story.name().hashCode());
        config = StoryConfig.of(story, folder, List.of(
                "intake.lmtp { enabled = true, port = 0 }",
                servers.map(IanaServers::config).orElse("iana { source = folder, folder = \"" + records + "\" }"),
                "dns { servers = [\"127.0.0.1:" + dns.address().getPort() + "\"], timeout = 5 seconds }",
                "store.folder = \"" + folder.resolve("data") + "\"",
                "send.mode = smtp",
                "send.tls = none",
                "send.host = \"127.0.0.1\"",
                "send.port = " + sink.port()));
        daemon = new Daemon(config, chance, false, clock::get);
    }

    @Override
    public List<Posted> play(Act act) {
        told = daemon.store().journals().last();
        try {
            switch (act) {
                case Act.Clock(var to) -> clock.set(passed(to));
                case Act.Wall(var to) -> clock.set(new Dial(to, clock.get().nanos()));
                case Act.Down(var until) -> {
                    daemon.close();
                    clock.set(passed(until));
                    daemon = new Daemon(config, chance, false, clock::get);
                }
                case Act.Doors(var open) -> {
                    if (open) daemon.time().inflow().open("the story");
                    else daemon.time().inflow().shut("the story");
                }
                case Act.AcceptClock() -> ordered(new Event.Order.AcceptClock(daemon.time().doubt().orElseThrow()));
                case Act.Given(var changes) -> {
                    daemon.close();
                    try (Store store = Store.open(config.store().folder())) {
                        Decision given = new Decision(changes, List.of(), List.of(Journal.of("given", "before the story")));
                        store.record(List.of(new Store.Recorded(0, given, List.of(), List.of(), clock.get().wall(), "", "", "")));
                    }
                    daemon = new Daemon(config, chance, false, clock::get);
                    told = daemon.store().journals().last();
                }
                case Act.Iana(var tld, var record) when servers.isPresent() -> {
                    servers.get().say(tld, record);
                    daemon.close();
                    daemon = new Daemon(config, chance, false, clock::get);
                }
                case Act.Iana(var tld, var record) -> {
                    Path file = records.resolve(tld.label() + ".txt");
                    Optional<String> whois = record.whois(tld);
                    if (whois.isPresent()) Files.writeString(file, whois.get());
                    else Files.deleteIfExists(file);
                    daemon.close();
                    daemon = new Daemon(config, chance, false, clock::get);
                }
                case Act.Names(var names, boolean away) -> {
                    names.forEach((question, answers) -> tell(question, answers));
                    dns.away(away);
                }
                case Act.Mailed mailed -> brought(mailed);
                case Act.Ordered(var order) -> ordered(order);
                case Act.Due(var duty) -> daemon.robot().duty(duty, clock.get().wall().toString());
                case Act.Relay relay -> sink.turned(relay);
            }
            // the relay's word on a letter can lead to the next letter
            for (long before = -1; before != daemon.store().journals().last(); ) {
                before = daemon.store().journals().last();
                daemon.settle();
                daemon.beat();
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

    private void tell(String question, List<String> answers) {
        String[] values = answers.toArray(String[]::new);
        if (question.endsWith(" TXT")) dns.text(question.substring(0, question.length() - 4), values);
        else dns.with(question, values);
    }

    private Dial passed(Instant to) {
        return new Dial(to, clock.get().nanos() + Duration.between(clock.get().wall(), to).toNanos());
    }

    private void ordered(Event.Order order) {
        byte[] document = Documents.bytes(order);
        Envelope envelope = new Envelope("operator", true, Optional.empty(), List.of(), "operator");
        daemon.store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, envelope, document, "order-" + ++orders, Digest.hex(document), clock.get().wall())).join();
    }

    @Override
    public <T> T ask(Function<Registry, T> question) {
        return daemon.robot().ask(question).join();
    }

    @Override
    public Map<Event.Duty, Function<Instant, Optional<Instant>>> duties() {
        return Rota.of(config);
    }

    @Override
    public List<String> journal() {
        // of a decision without a word of its own the store says that it was recorded
        return daemon.store().journals().range(told + 1, Long.MAX_VALUE).stream().map(line -> line.journal()).filter(line -> !line.what().equals("recorded")).map(States::line).toList();
    }

    @Override
    public List<String> sureness() {
        Map<Long, String> mails = new TreeMap<>();
        daemon.store().journals().range(told + 1, Long.MAX_VALUE).forEach(line -> mails.putIfAbsent(line.inbox(), line.sureness()));
        return mails.values().stream().filter(words -> !words.isEmpty()).toList();
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        dns.close();
        sink.close();
        if (servers.isPresent()) servers.get().close();
    }
}
