package tldops;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import tldops.cli.House;
import tldops.cli.Tldops;

/// Puts the parts together and hands over to the command line.
public final class Main {
    private Main() {}

    static void main(String[] words) {
        Map<String, String> environment = System.getenv();
        ToIntFunction<Optional<Path>> absent = _ -> 70;
        House house =
                new House(
                        own -> checked(ConfigReader.read(own, environment)),
                        absent,
                        absent,
                        (_, _, _, _, _) -> OptionalInt.empty(),
                        (_, _, _, _, _) -> 70);
        System.exit(
                new Tldops(house, environment, System.in, System.out, System.err).execute(words));
    }

    static House.Checked checked(ConfigReader.Reading reading) {
        return switch (reading) {
            case ConfigReader.Reading.Good(var config) ->
                    new House.Checked.Good(config.store().folder(), summary(config));
            case ConfigReader.Reading.Bad(var problems) ->
                    new House.Checked.Bad(
                            problems.stream()
                                    .map(each ->
                                            new House.Problem(
                                                    each.file(),
                                                    each.line(),
                                                    each.key(),
                                                    each.what()))
                                    .toList());
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
                        + (config.iana().source() == Config.Iana.Source.WHOIS
                                ? config.iana().host()
                                : "records in " + config.iana().folder()),
                "  proof     "
                        + config.authority().proof().name().toLowerCase(java.util.Locale.ROOT));
    }
}
