package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Rules;

class ConfigTest {
    @TempDir Path folder;

    // ---- the shipped file

    @Test
    void the_shipped_file_alone_is_a_good_configuration() {
        Config config = good(Optional.empty());
        assertThat(config.secretariat().addresses())
                .containsExactly(Address.of("secretariat@tld-ops.example"));
        assertThat(config.listCalendar().weekend())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(config.send().mode())
                .as("nothing leaves the machine")
                .isEqualTo(Config.Send.Mode.MAILDIR);
    }

    @Test
    void the_defaults_are_those_of_the_spec() {
        Config config = good(Optional.empty());
        Rules rules = config.rules(Map.of());
        assertThat(rules.ssc().max()).isEqualTo(3); // X01, R008
        assertThat(rules.ssc().recommendedMin()).isEqualTo(2); // R006
        assertThat(rules.trust().proof()).isEqualTo(Rules.Proof.ASK); // P2
        assertThat(rules.trust().sender()).isEqualTo(Rules.SenderPolicy.FROM_OR_CC); // X02
        assertThat(rules.trust().password()).isEqualTo(Rules.Password.OPTIONAL); // X07
        assertThat(rules.ssc().role()).isEqualTo(Rules.RolePolicy.ASK); // X24
        assertThat(rules.quotas()).isEqualTo(new Rules.Quotas(1, 20, 60, 300, 5, Duration.ofMinutes(10))); // L20
        assertThat(rules.times().reminderDays()).isEqualTo(5); // R031, T1
        assertThat(rules.times().failureDays()).isEqualTo(10); // R032, T2
        assertThat(rules.times().tokenOnlyHold()).isEqualTo(Duration.ofHours(24)); // P6
        assertThat(rules.times().undo()).isEqualTo(Duration.ofHours(72)); // P7
        assertThat(rules.times().ianaForDecisions()).isEqualTo(Duration.ofHours(1));
        assertThat(rules.times().ianaForTheRest()).isEqualTo(Duration.ofHours(24));
        assertThat(rules.times().denyCoolDown()).isEqualTo(Duration.ofDays(30)); // X18
        assertThat(rules.times().lateLimit()).isEqualTo(Duration.ofDays(90)); // X32
        assertThat(rules.oversightDecisions()).isTrue(); // X05, R083
        assertThat(config.breaker()).isEqualTo(2000); // L10
        assertThat(config.authority().coolDown()).isEqualTo(5);
        assertThat(config.iana().unreachableLimit()).isEqualTo(Duration.ofHours(24)); // X29
        assertThat(config.send().retries())
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1));
        assertThat(config.send().giveUp()).isEqualTo(Duration.ofDays(5));
        assertThat(config.limits()).isEqualTo(new Config.Limits(5 << 20, 10 << 20));
        assertThat(config.store().minFree()).isEqualTo(200_000_000);
        assertThat(config.smtp().authservIds())
                .as("MAIL_RULES 1: nobody's results count by default")
                .isEmpty();
        assertThat(config.smtp().host()).as("loopback by default").isEqualTo("127.0.0.1");
    }

    @Test
    void every_key_of_the_shipped_file_has_its_comment_where_it_stands() {
        List<String> bare = new ArrayList<>();
        uncommented("", ConfigFactory.parseResources("config/tldops.conf").root(), bare);
        assertThat(bare).isEmpty();
    }

    private static void uncommented(String section, ConfigObject object, List<String> bare) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = section + entry.getKey();
            if (entry.getValue().origin().comments().isEmpty()) bare.add(key);
            if (entry.getValue() instanceof ConfigObject inner) uncommented(key + ".", inner, bare);
        }
    }

    @Test
    void a_key_that_the_shipped_file_does_not_hold_is_missing_not_guessed() throws IOException {
        for (String key :
                List.of(
                        "ssc.max",
                        "send.retries",
                        "intake.smtp.auth.users",
                        "log.format",
                        "oversight.decisions",
                        "store.min-free",
                        "iana.max-age.other")) {
            List<String> problems = problems(key + " = null");
            assertThat(problems)
                    .as(key)
                    .singleElement()
                    .asString()
                    .contains(key + " is missing: it must be");
        }
    }

    // ---- an own file

    @Test
    void an_own_file_needs_only_what_differs() throws IOException {
        Config config =
                good(
                        own(
                                "ssc.max = 2\nlist { domain = Lists.Registry.test, aliases = [] }\niana { source = whois }"));
        assertThat(config.ssc().max()).isEqualTo(2);
        assertThat(config.list().request())
                .isEqualTo(Address.of("tld-ops-request@lists.registry.test")); // X04
        assertThat(config.iana().host()).isEqualTo("whois.iana.org");
    }

    @Test
    void iana_is_asked_by_rdap_over_https_or_not_at_all() throws IOException {
        Config config = good(own("iana.source = rdap"));
        assertThat(config.iana().rdap()).hasToString("https://rdap.iana.org/");
        assertThat(config.iana().perDay()).isEqualTo(2000);
        assertThat(good(own("iana { source = rdap, rdap.url = \"https://127.0.0.1:8443/rdap\" }")).iana().rdap()).hasToString("https://127.0.0.1:8443/rdap/");
        for (String url : List.of("http://rdap.iana.org/", "rdap.iana.org", "https://user:word@rdap.iana.org/", "https://rdap.iana.org/?x=", "https://a-name-that-is-so-long-that-no-room-is-left-for-it.registry.example/"))
            assertThat(problems("iana.rdap.url = \"" + url + "\"")).as(url).singleElement().asString().contains("iana.rdap.url").contains("https://");
        assertThat(problems("iana.rdap.authorities = \"no/such.pem\"")).singleElement().asString().contains("iana.rdap.authorities");
        assertThat(problems("iana.per-day = 0")).singleElement().asString().contains("iana.per-day");
    }

    @Test
    void an_own_file_may_refer_to_other_keys_and_to_the_environment() throws IOException {
        Config config = good(own("dkim.domain = ${list.domain}\nbreaker = ${?NO_SUCH_VARIABLE}"));
        assertThat(config.breaker()).isEqualTo(2000);
        assertThat(problems("breaker = ${no.such.key}"))
                .singleElement()
                .asString()
                .contains("own.conf:1: ");
    }

    @Test
    void everything_wrong_is_told_in_one_go_with_file_and_line() throws IOException {
        List<String> problems =
                problems(
                        """
                        ssc.max = many
                        ssc.recommended-mn = 1
                        list.domain = "not a host"
                        times { reminder-days = 10, failure-days = 10 }
                        send.mode = smtp
                        quota = 7
                        clock.deadlines = "every day"
                        intake.smtp.trusted-clients = ["10.0.0.0/33"]
                        """);
        String file = folder.resolve("own.conf").toString();
        assertThat(problems)
                .containsExactly(
                        file + ":1: ssc.max must be a whole number from 1 to 9",
                        file
                                + ":2: ssc.recommended-mn is not a key of the robot; did you mean ssc.recommended-min?",
                        file + ":3: list.domain must be the name of a host, not \"not a host\"",
                        file + ":4: times.failure-days must be more than times.reminder-days",
                        file + ":5: send.host is missing: send.mode is smtp",
                        file + ":6: quota is a section and is written quota { ... }",
                        file
                                + ":7: clock.deadlines must be a time like \"0 0 9 ? * MON\" (seconds minutes hours day month weekday), not \"every day\"",
                        file
                                + ":8: intake.smtp.trusted-clients must be an address or a network like 192.0.2.0/24, not \"10.0.0.0/33\"");
    }

    @Test
    void a_key_in_the_wrong_section_is_pointed_to_the_right_one() throws IOException {
        assertThat(problems("intake.smtp.authserv-id = []"))
                .singleElement()
                .asString()
                .endsWith("did you mean intake.smtp.authserv-ids?");
        assertThat(problems("reminder-days = 3"))
                .singleElement()
                .asString()
                .endsWith("did you mean times.reminder-days?");
        assertThat(problems("zebra.crossing = 3"))
                .singleElement()
                .asString()
                .endsWith("is not a key of the robot");
    }

    @Test
    void a_file_that_is_no_hocon_or_not_there_is_one_problem() throws IOException {
        assertThat(problems("list {\n  name = x\n"))
                .singleElement()
                .asString()
                .startsWith(folder.resolve("own.conf") + ":");
        assertThat(bad(Optional.of(folder.resolve("none.conf"))))
                .containsExactly(folder.resolve("none.conf") + ": cannot be read");
    }

    // ---- what would be dangerous

    @Test
    void a_password_in_the_file_is_refused_and_not_repeated() throws IOException {
        List<String> problems =
                problems(
                        "send { mode = smtp, host = relay.test, user = robot, password = hunter2 }");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("file:/path or env:NAME")
                .doesNotContain("hunter2");
    }

    @Test
    void a_password_comes_from_a_file_or_the_environment_and_is_never_printed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Config config =
                good(
                        own(
                                "send { mode = smtp, host = relay.test, user = robot, password = \"file:"
                                        + secret
                                        + "\" }\n"
                                        + "intake.smtp.auth.users { mx = \"env:MX_PASSWORD\" }"));
        assertThat(config.send().login().orElseThrow().password().value()).isEqualTo("hunter2");
        assertThat(config.smtp().users().get("mx").value()).isEqualTo("swordfish");
        assertThat(config.toString()).doesNotContain("hunter2").doesNotContain("swordfish");
    }

    @Test
    void a_password_that_is_not_there_is_told() throws IOException {
        assertThat(
                        problems(
                                "intake.smtp.auth.users { mx = \"env:NOBODY\", relay = \"file:/none/such\" }"))
                .anySatisfy(problem ->
                        assertThat(problem)
                                .contains(
                                        "intake.smtp.auth.users.mx names a variable that is not set: NOBODY"))
                .anySatisfy(problem ->
                        assertThat(problem)
                                .contains(
                                        "intake.smtp.auth.users.relay names a file that cannot be read: /none/such"));
    }

    @Test
    void the_robot_must_not_be_its_own_secretariat_nor_its_own_relay() throws IOException {
        assertThat(problems("secretariat.addresses = [\"TLD-OPS-request+x@lists.example\"]"))
                .singleElement()
                .asString()
                .contains("must not hold the robot's own address"); // L11
        assertThat(problems("send { mode = smtp, host = \"127.0.0.1\", port = 2525 }"))
                .singleElement()
                .asString()
                .contains("it would write to itself"); // L11
    }

    private Optional<Path> own(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("own.conf"), text));
    }

    private List<String> problems(String text) throws IOException {
        return bad(own(text));
    }

    static List<String> bad(Optional<Path> own) {
        return switch (read(own)) {
            case ConfigReader.Reading.Bad(var problems, _) ->
                    problems.stream().map(ConfigProblem::toString).toList();
            case ConfigReader.Reading.Good _ -> throw new AssertionError("nothing was found wrong");
        };
    }

    private static Config good(Optional<Path> own) {
        return switch (read(own)) {
            case ConfigReader.Reading.Good(var config) -> config;
            case ConfigReader.Reading.Bad(var problems, _) -> throw new AssertionError(problems);
        };
    }

    private static ConfigReader.Reading read(Optional<Path> own) {
        return ConfigReader.read(own, Map.of("MX_PASSWORD", "swordfish"));
    }
}
