package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tldops.Nameserver;
import tldops.trust.Dns.Answer;
import tldops.trust.Dns.Kind;

@Timeout(60)
class NameserversTest {
    private Nameserver server;
    private Dns dns;

    @BeforeEach
    void open() throws Exception {
        server = new Nameserver();
        dns = Nameservers.of(List.of(server.address()), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_kind_of_record_is_read() {
        server.text("a.example", "v=spf1 \\ \"quoted\"; -all").with("a.example A", "192.0.2.7").with("a.example AAAA", "2001:db8::7").with("a.example MX", "10 mx.a.example.", "0 first.a.example.").with("7.2.0.192.in-addr.arpa PTR", "mail.a.example.");

        assertThat(dns.ask("a.example", Kind.TXT)).isEqualTo(new Answer.Found(List.of("v=spf1 \\ \"quoted\"; -all")));
        assertThat(dns.ask("a.example", Kind.A)).isEqualTo(new Answer.Found(List.of("192.0.2.7")));
        assertThat(Dns.values(dns.ask("a.example", Kind.AAAA))).containsExactly("2001:db8:0:0:0:0:0:7");
        assertThat(Dns.values(dns.ask("a.example", Kind.MX))).containsExactlyInAnyOrder("mx.a.example", "first.a.example");
        assertThat(dns.ask("7.2.0.192.in-addr.arpa", Kind.PTR)).isEqualTo(new Answer.Found(List.of("mail.a.example")));
    }

    @Test
    void pieces_of_a_long_text_are_joined() {
        String key = "v=DKIM1; p=" + "A".repeat(700);
        server.text("long.example", key);

        assertThat(dns.ask("long.example", Kind.TXT)).isEqualTo(new Answer.Found(List.of(key)));
    }

    @Test
    void that_there_is_nothing_is_not_that_nobody_answers() {
        server.text("a.example", "x").silent("b.example");

        assertThat(dns.ask("a.example", Kind.A)).isEqualTo(new Answer.Nothing(false));
        assertThat(dns.ask("c.example", Kind.A)).isEqualTo(new Answer.Nothing(true));
        assertThat(dns.ask("b.example", Kind.A)).isInstanceOf(Answer.Silent.class); // L33
        assertThat(dns.ask("no name at all\\".repeat(50), Kind.A)).isEqualTo(new Answer.Nothing(true));
    }

    @Test
    void an_alias_is_followed_and_a_loop_of_them_ends() {
        server.with("key.a.example CNAME", "key.mailer.example.").with("key.a.example TXT").text("key.mailer.example", "v=DKIM1; p=AAAA").with("l1.example CNAME", "l2.example.").with("l2.example CNAME", "l1.example.");

        assertThat(dns.ask("key.a.example", Kind.TXT)).isEqualTo(new Answer.Found(List.of("v=DKIM1; p=AAAA")));
        assertThat(dns.ask("l1.example", Kind.TXT)).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void an_answer_is_remembered_for_as_long_as_it_says() {
        server.text("a.example", "x").lasting(3600);

        for (int i = 0; i < 10; i++) dns.ask("a.example", Kind.TXT);

        assertThat(server.asked()).isEqualTo(1);
    }

    @Test
    void who_says_nothing_at_all_is_not_waited_for_without_end() throws Exception {
        try (DatagramSocket deaf = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Dns nobody = Nameservers.of(List.of((InetSocketAddress) deaf.getLocalSocketAddress()), Duration.ofMillis(200));

            assertThat(nobody.ask("a.example", Kind.TXT)).isInstanceOf(Answer.Silent.class);
        }
    }

    @Test
    void of_two_name_servers_one_is_enough() throws Exception {
        try (DatagramSocket deaf = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            server.text("a.example", "x");
            Dns both = Nameservers.of(List.of((InetSocketAddress) deaf.getLocalSocketAddress(), server.address()), Duration.ofMillis(500));

            assertThat(both.ask("a.example", Kind.TXT)).isEqualTo(new Answer.Found(List.of("x")));
        }
    }
}
