package tldops;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tldops.cli.Desk;
import tldops.core.Keys;
import tldops.core.Registry;
import tldops.iana.Iana;
import tldops.store.Store;

/// A command while no daemon runs: it takes the store under its lock. One that only looks changes nothing; one that
/// orders something walks all that waits in the inbox, its own row last. No door opens and nothing is sent: letters wait
/// in the outbox for the daemon.
final class Alone implements AutoCloseable {
    private final Store store;
    private final Assembly assembly;
    private final Iana iana;
    private final Timekeeper time;
    private Optional<Robot> walking = Optional.empty();

    /// @throws IOException with a sentence for the operator
    Alone(Config config) throws IOException {
        assembly = Assembly.of(config);
        store = Store.open(config.store().folder(), config.store().keepMail());
        try {
            time = new Timekeeper(config.clock(), Dial::now, store.heartbeat().last(), store.heartbeat().lastLine(), () -> true);
            iana = assembly.iana(time::now, store);
        } catch (IOException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    static int execute(Config config, List<String> words, InputStream body, OutputStream out, OutputStream err) throws IOException {
        try (Alone alone = new Alone(config)) {
            Office office = new Office(config, alone.store, alone.assembly, alone.iana, alone.time::now, alone::ask, alone::robot, List::of, Optional.empty(), Optional.empty(), alone.time);
            return new Desk(Operator.powers(office)).execute(System.getProperty("user.name", ""), words, body, out, err);
        }
    }

    private <T> T ask(Function<Registry, T> question) {
        return walking.map(robot -> robot.ask(question).join()).orElseGet(() -> question.apply(store.load(assembly.rules())));
    }

    private synchronized Robot robot() {
        return walking.orElseGet(() -> {
            Robot robot = new Robot(store, assembly.rules(), assembly.rooms(iana, time::now, new SecureRandom(), store.robot(), store.inbox()::raw, address -> robot().ask(registry -> Keys.of(registry, address)).join()), assembly.limits(), time);
            robot.start();
            walking = Optional.of(robot);
            return robot;
        });
    }

    @Override
    public void close() {
        walking.ifPresent(robot -> {
            robot.settle();
            robot.close();
        });
        iana.close();
        store.close();
    }
}
