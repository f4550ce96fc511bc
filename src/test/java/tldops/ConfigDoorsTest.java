package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must go together, or must not, in the configuration of the ways in and out.
class ConfigDoorsTest {
    @TempDir
    Path folder;

    @Test
    void results_of_border_servers_need_clients_that_log_in() throws IOException {
        assertThat(problems("intake.smtp.authserv-ids = [mx.example]"))
                .singleElement()
                .asString()
                .contains("trusted-clients");
    }

    @Test
    void two_doors_on_one_port_are_found_before_the_start() throws IOException {
        assertThat(problems("intake.lmtp { enabled = true, host = \"127.0.0.1\", port = 2525 }\nintake.smtp { host = \"127.0.0.1\", port = 2525 }"))
                .singleElement()
                .asString()
                .contains("intake.lmtp.port is also intake.smtp.port");
        assertThat(problems("health { host = \"127.0.0.1\", port = 2525 }\nintake.smtp { host = \"127.0.0.1\", port = 2525 }"))
                .singleElement()
                .asString()
                .contains("health.port is also intake.smtp.port");
    }

    @Test
    void one_judges_at_a_door_a_server_that_is_believed_or_the_robot() throws IOException {
        assertThat(problems("intake.imap { verify = on, authserv-ids = [mx.example] }")).singleElement().asString().contains("intake.imap.verify is of no use with intake.imap.authserv-ids");
        assertThat(good("intake.imap.verify = on\nintake.lmtp.verify = on\nintake.pipe.verify = on\nintake.smtp.border = on").asksDns()).isTrue();
        assertThat(good("").asksDns()).isFalse();
    }

    @Test
    void name_servers_are_addresses() throws IOException {
        assertThat(good("dns.servers = [\"127.0.0.1\", \"192.0.2.1:5353\", \"2001:db8::1\", \"[2001:db8::1]:5353\"]").dns().servers()).extracting(InetSocketAddress::getPort).containsExactly(53, 5353, 53, 5353);
        assertThat(problems("dns.servers = [ns.example]")).singleElement().asString().contains("an address of a name server");
        assertThat(problems("dns.servers = [\"127.0.0.1:99999\"]")).singleElement().asString().contains("an address of a name server");
        assertThat(problems("dns.look-ups = 3")).singleElement().asString().contains("dns.look-ups");
    }

    @Test
    void a_mailbox_is_not_listened_to_for_longer_than_servers_bear() throws IOException {
        assertThat(problems("intake.imap.idle = 30 minutes"))
                .singleElement()
                .asString()
                .contains("29 minutes"); // RFC 2177
    }

    @Test
    void files_that_go_together_are_asked_for_together() throws IOException {
        Path pem = Files.writeString(folder.resolve("key.pem"), "x");
        assertThat(
                        problems(
                                "intake.smtp.tls.key = \""
                                        + pem
                                        + "\"\ndkim.key = \""
                                        + pem
                                        + "\"\nsend.user = robot"))
                .extracting(problem -> problem.replaceFirst("^\\S+ ", ""))
                .containsExactlyInAnyOrder(
                        "intake.smtp.tls.certificate is missing: intake.smtp.tls.key is " + pem,
                        "dkim.selector is missing: dkim.key is " + pem,
                        "send.password is missing: send.user is robot");
    }

    private Config good(String text) throws IOException {
        return ((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(Files.writeString(folder.resolve("own.conf"), text)), Map.of())).config();
    }

    private List<String> problems(String text) throws IOException {
        return ConfigTest.bad(Optional.of(Files.writeString(folder.resolve("own.conf"), text)));
    }
}
