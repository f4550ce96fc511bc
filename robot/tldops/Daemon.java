package tldops;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.cli.Exit;
import tldops.clock.Clock;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Keys;
import tldops.core.SigningKey;
import tldops.iana.Iana;
import tldops.intake.ImapDoor;
import tldops.post.Courier;
import tldops.post.Maildir;
import tldops.post.Postman;
import tldops.post.Relay;
import tldops.post.Retries;
import tldops.store.Store;
import tldops.store.Unavailable;

/// The running robot: store, walk, post, doors and clock, started in the order in which they need each other and stopped
/// the other way round.
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Config config;
    private final Timekeeper time;
    private final Assembly assembly;
    private final Store store;
    private final Iana iana;
    private final Robot robot;
    private final Postman postman;
    private final Space space;
    private final Doors doors;
    private final Optional<Clock> clock;
    private final Tally tally = new Tally();
    private final Probes probes = new Probes();
    private final Vitals vitals;
    private final Pulse pulse;

    /// Starts everything but the operator's socket.
    ///
    /// @param now the wall clock; tests move theirs
    /// @param chance for tokens; `SecureRandom` outside of tests
    /// @param ticking whether duties run by themselves
    /// @throws IOException with a sentence for the operator
    public Daemon(Config config, Supplier<Instant> now, RandomGenerator chance, boolean ticking) throws IOException {
        this(config, chance, ticking, Dial.following(now));
    }

    /// The same with a clock that can be doubted (SPEC 1.10).
    ///
    /// @param dial both clocks; `Dial::now` outside of tests
    public Daemon(Config config, RandomGenerator chance, boolean ticking, Supplier<Dial> dial) throws IOException {
        this.config = config;
        try {
            Beside<Assembly> assembling = Beside.begun(() -> Assembly.of(config));
            store = kept(Store.open(config.store().folder(), config.store().keepMail()));
            assembly = assembling.fetched();
            time = new Timekeeper(config.clock(), dial, store.heartbeat().last(), store.heartbeat().lastLine(), this::readThrough);
            Supplier<Instant> now = time::now;
            iana = kept(assembly.iana(now, store));
            robot = kept(new Robot(store, assembly.rules(), assembly.rooms(iana, now, chance, store.robot(), store.inbox()::raw, this::keys), assembly.limits(), time));
            Archive archive = kept(Archive.of(config.archive(), assembly.rules(), store.inbox(), robot));
            robot.onDecided((recorded, arrived) -> {
                tally.decided(recorded, arrived);
                archive.decided(recorded);
            });
            store.inbox().onAgain(arrival -> tally.again(arrival.envelope().door()));
            store.outbox().onEnded(tally::ended);
            robot.start();
            archive.start();
            Courier courier = kept(new Counted(courier(config), tally));
            postman = kept(new Postman(Mailroom.outgoing(store.outbox(), config), courier, new Postman.Settings(config.send().connections(), 200, config.breaker(), new Retries(config.send().retries(), config.send().giveUp())), now, LOG::error));
            postman.start();
            space = Space.of(config.store().folder(), config.store().minFree());
            Reception reception = new Reception(store.inbox(), space, time::arrival, tally, probes);
            doors = kept(new Doors(config, store, reception, time::arrival));
            doors.open();
            clock = ticking ? Optional.of(kept(Clock.start(duties(), this::due))) : Optional.empty();
            Map<String, BooleanSupplier> inflow = Map.of("the disk is full", () -> space.lacking().isEmpty(), "the mailbox can not be read", () -> doors.imap().flatMap(ImapDoor::trouble).isEmpty());
            pulse = kept(new Pulse(time, store.heartbeat(), robot, inflow, Pulse.Duties.of(clock)));
            vitals = kept(new Vitals(new Signs(config, store, robot, postman, doors, iana, tally, () -> clock, this::clockTrouble, now).all(), now));
            if (ticking) {
                duties().forEach(this::catchUp);
                pulse.start();
                vitals.start();
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
        if (config.send().mode() == Config.Send.Mode.MAILDIR) LOG.warn("send.mode = maildir: letters stay in {}, secrets included; for trial only", maildir());
    }

    private <T extends AutoCloseable> T kept(T part) {
        started.push(part);
        return part;
    }

    /// Whether every mailbox has been read through once since the start: those who answered while the robot was down are
    /// heard before a deadline passes. The other doors are handed their mail.
    private boolean readThrough() {
        return doors.readThrough();
    }

    /// Asked while mail is read ahead, and only for mail that is signed.
    private List<SigningKey> keys(Address address) {
        return robot.ask(registry -> Keys.of(registry, address)).join();
    }

    private Path maildir() {
        return config.store().folder().resolve("maildir");
    }

    private Courier courier(Config config) {
        return config.send().mode() == Config.Send.Mode.MAILDIR ? new Maildir(maildir()) : new Relay(relay(config));
    }

    /// How the relay is reached, as it is configured.
    static Relay.Settings relay(Config config) {
        Config.Send send = config.send();
        Optional<Relay.Account> account = send.login().map(login -> new Relay.Account(login.user(), login.password().value()));
        Relay.Protection tls = switch (send.tls()) {
            case NONE -> Relay.Protection.NONE;
            case STARTTLS -> Relay.Protection.STARTTLS;
            case TLS -> Relay.Protection.TLS;
        };
        Relay.Settings plain = Relay.Settings.plain(send.host(), send.port(), config.list().domain());
        return new Relay.Settings(plain.relay(), plain.port(), plain.host(), send.connections(), plain.timeout(), plain.rest(), plain.age(), tls, account);
    }

    private List<Clock.Duty> duties() {
        return List.of(
                new Clock.Duty(name(Event.Duty.DEADLINES), config.clock().deadlines(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.OVERSIGHT), config.oversight().report(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.HOUSEKEEPING), config.clock().housekeeping(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.DIGEST), config.clock().digest(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.NOTIFICATION), config.bulletins().notification(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.REMINDER), config.bulletins().reminder(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.INVITATIONS), config.batches().when(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.VALIDATION), config.contacts().when(), config.clock().zone()),
                new Clock.Duty(name(Event.Duty.WATCH), config.watch().when(), config.clock().zone()));
    }

    /// A run that was missed while the robot was down is done once on return (DESIGN 1.5).
    private void catchUp(Clock.Duty duty) {
        Event.Duty known = Event.Duty.valueOf(duty.name().toUpperCase(Locale.ROOT));
        Optional<Instant> last = robot.ask(registry -> registry.lastDone(known)).join();
        last.flatMap(done -> Clock.missed(duty, done, time.now())).ifPresent(planned -> due(duty.name(), planned));
    }

    private static String name(Event.Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }

    private void due(String duty, Instant planned) {
        tally.dutyDue(duty, time.now());
        var _ = robot.duty(Event.Duty.valueOf(duty.toUpperCase(Locale.ROOT)), planned.toString()).whenComplete((_, failed) -> tally.dutyEnded(duty, failed == null, time.now()));
    }

    /// Returns when all that came in is decided and all that is due has been tried, news of it included.
    public void settle() throws InterruptedException {
        postman.wake();
        robot.settle();
        postman.settle(ENOUGH);
        robot.settle();
        postman.settle(ENOUGH);
    }

    public Robot robot() {
        return robot;
    }

    public Store store() {
        return store;
    }

    public Postman postman() {
        return postman;
    }

    public Space space() {
        return space;
    }

    /// Has the whole process end when the disk can not be written: nobody was told yes for what is not on it, and a new
    /// process finds all that it was told. Not in tests, whose process it is.
    public void endWithTheDisk() {
        store.onBroken(Daemon::end);
    }

    private static void end(Throwable failed) {
        LOG.error("the disk can not be written ({}), so the robot ends now; all that it said yes to is there when it starts again", Unavailable.why(failed));
        Runtime.getRuntime().halt(Exit.DISK);
    }

    public Doors doors() {
        return doors;
    }

    Config config() {
        return config;
    }

    Vitals vitals() {
        return vitals;
    }

    Metrics metrics() {
        return new Metrics(tally, store, iana, vitals::ask);
    }

    Tally tally() {
        return tally;
    }

    Probes probes() {
        return probes;
    }

    Assembly assembly() {
        return assembly;
    }

    Iana iana() {
        return iana;
    }

    Supplier<Instant> now() {
        return time::now;
    }

    /// The robot's sense of time; doors tell it when no mail can come in ([Timekeeper#inflow]).
    public Timekeeper time() {
        return time;
    }

    /// What is wrong with the clock or with the duties, in words for the operator; empty when nothing is.
    public Optional<String> clockTrouble() {
        return time.doubt().map(Pulse::words).or(pulse::trouble);
    }

    /// What else happens once a minute by itself.
    public void beat() {
        pulse.beat();
    }

    Optional<Instant> lastBeat() {
        return pulse.last();
    }

    Optional<Clock> clock() {
        return clock;
    }

    /// Takes nothing in any more, ends what is under way and closes the store.
    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
