package tldops;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import tldops.cli.Exit;
import tldops.cli.House;
import tldops.cli.Tldops;
import tldops.intake.Call;
import tldops.rehearsal.Simulation;
import tldops.store.AlreadyRunning;
import tldops.store.Unavailable;

/// Puts the parts together and hands over to the command line.
public final class Main {
    /// Which appender of logback.xml the log goes to; must be set before the first line is logged.
    private static final String LOG = "tldops.log";

    /// What is under way when the robot is stopped has so long; shorter than systemd's patience, so that it is still the
    /// robot that says what happened.
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private Main() {}

    static void main(String[] words) {
        // of a command only what it prints belongs on standard output
        System.setProperty(LOG, "errors");
        Map<String, String> environment = System.getenv();
        System.exit(new Tldops(house(environment), environment, System.in, System.out, System.err).execute(words));
    }

    static House house(Map<String, String> environment) {
        return new House(
                        own -> checked(ConfigReader.read(own, environment)),
                        own -> run(own, environment, System.err),
                        _ -> new Demo(System.out, !environment.containsKey("NO_COLOR") && seen()).play(),
                        (folder, said, body, out, err) -> {
                            try {
                                return OptionalInt.of(Call.run(Running.socket(folder), said, body, out, err));
                            } catch (Call.NoDaemon none) {
                                return OptionalInt.empty();
                            }
                        },
                        (own, said, body, out, err) -> {
                            if (!(ConfigReader.read(own, environment) instanceof ConfigReader.Reading.Good(var config))) throw new IOException("the configuration changed meanwhile");
                            try {
                                return Alone.execute(config, said, body, out, err);
                            } catch (AlreadyRunning starting) {
                                throw new IOException(starting.getMessage() + ", but it does not answer: it is just starting or stopping; try again", starting);
                            } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException | Unavailable refused) {
                                throw new IOException(sentence(refused), refused);
                            }
                        },
                        Keeping::restore,
                        (own, settings, told) -> {
                            if (!(ConfigReader.read(own, environment) instanceof ConfigReader.Reading.Good(var config))) throw new IOException("the configuration changed meanwhile");
                            return Simulation.play(settings, Assembly.rules(config), Rota.of(config), told);
                        });
    }

    /// Whether a person looks on.
    private static boolean seen() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /// Until it is stopped; what hinders it from starting is told in one sentence.
    static int run(Optional<Path> own, Map<String, String> environment, PrintStream err) {
        switch (ConfigReader.read(own, environment)) {
            case ConfigReader.Reading.Bad(var problems, _) -> {
                problems.forEach(err::println);
                return Exit.CONFIG;
            }
            case ConfigReader.Reading.Good(var config) -> {
                System.setProperty(LOG, config.logFormat().name().toLowerCase(Locale.ROOT));
                try (Running running = new Running(config)) {
                    running.welcome().forEach(err::println);
                    untilStopped(running);
                    return Exit.DONE;
                } catch (IOException | AlreadyRunning | IllegalStateException | IllegalArgumentException | UncheckedIOException refused) {
                    err.println("tldops run: " + sentence(refused));
                    return Exit.NO;
                } catch (Unavailable disk) {
                    err.println("tldops run: " + sentence(disk));
                    return Exit.DISK;
                }
            }
        }
    }

    /// SIGTERM or Ctrl-C: all is closed in order before the process ends, and it ends with 0.
    private static void untilStopped(Running running) {
        CountDownLatch forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> new Stop(ENOUGH, Runtime.getRuntime()::halt).inOrder(running::close), "stop"));
        try {
            forever.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(Exception refused) {
        String words = Optional.ofNullable(refused.getMessage()).orElse(refused.toString());
        return refused instanceof UncheckedIOException && refused.getCause() != null ? words + ": " + refused.getCause().getMessage() : words;
    }

    static House.Checked checked(ConfigReader.Reading reading) {
        return switch (reading) {
            case ConfigReader.Reading.Good(var config) ->
                    new House.Checked.Good(config.store().folder(), () -> summary(config));
            case ConfigReader.Reading.Bad(var problems, var folder) ->
                    new House.Checked.Bad(
                            problems.stream()
                                    .map(each ->
                                            new House.Problem(
                                                    each.file(),
                                                    each.line(),
                                                    each.key(),
                                                    each.what()))
                                    .toList(),
                            folder);
        };
    }

    /// What an operator wants to see at a glance before he starts it.
    private static List<String> summary(Config config) {
        return List.of(
                "The configuration is good.",
                "  list      " + config.list().post() + " and " + config.list().request(),
                "  data      " + config.store().folder().toAbsolutePath().normalize(),
                "  mail in   "
                        + (config.smtp().enabled()
                                ? "SMTP on " + config.smtp().host() + ":" + config.smtp().port()
                                : "pipe only"),
                "  mail out  "
                        + (config.send().mode() == Config.Send.Mode.SMTP
                                ? "relay " + config.send().host() + ":" + config.send().port()
                                : "Maildir in the data folder; nothing leaves the machine"),
                "  IANA      "
                        + switch (config.iana().source()) {
                            case RDAP -> config.iana().rdap() + ", compared with " + config.iana().host();
                            case WHOIS -> config.iana().host() + " alone, in clear text";
                            case FOLDER -> "records in " + config.iana().folder();
                        },
                "  senders   " + SenderDns.words(config),
                "  proof     "
                        + config.authority().proof().name().toLowerCase(Locale.ROOT));
    }
}
