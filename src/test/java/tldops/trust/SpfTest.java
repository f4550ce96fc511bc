package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Address;
import tldops.trust.Dns.Kind;

/// RFC 7208, MAIL_RULES 4.
class SpfTest {
    private static final Client CLIENT = new Client("192.0.2.7", "mail.registry.example", Optional.of(Address.of("bounce@registry.example")));

    private static Zone zone(String record) {
        return new Zone().text("registry.example", record).with("registry.example", Kind.A, "192.0.2.7").with("registry.example", Kind.MX, "mx.registry.example").with("mx.registry.example", Kind.A, "192.0.2.8")
                .text("other.example", "v=spf1 ip4:192.0.2.0/28 -all").text("loop.example", "v=spf1 include:loop.example -all");
    }

    private static String word(Client client, Dns dns) {
        return Spf.check(client, Spf.domain(client).orElseThrow(), dns).word();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1 ip4:192.0.2.7 -all                  | pass
            v=spf1 ip4:192.0.2.0/29 -all               | pass
            v=spf1 ip4:192.0.2.8 -all                  | fail
            v=spf1 ip4:192.0.2.8 ~all                  | softfail
            v=spf1 ?all                                | neutral
            v=spf1                                     | neutral
            v=spf1 a -all                              | pass
            v=spf1 mx -all                             | fail
            v=spf1 include:other.example -all          | pass
            v=spf1 redirect=other.example              | pass
            v=spf1 include:nobody.example -all         | permerror
            v=spf1 include:loop.example -all           | permerror
            v=spf1 bogus:x -all                        | permerror
            v=spf1 exists:%{i}.allow.example -all      | fail
            v=spf10 ip4:192.0.2.7 -all                 | none
            something else                             | none
            """)
    void rule_4_pass_a_domain_says_who_may_send_for_it(String record, String expected) {
        assertThat(word(CLIENT, zone(record))).isEqualTo(expected);
    }

    @Test
    void rule_4_near_miss_two_records_are_an_error() {
        assertThat(word(CLIENT, new Zone().text("registry.example", "v=spf1 ip4:192.0.2.7 -all", "v=spf1 +all"))).isEqualTo("permerror");
    }

    @Test
    void rule_4_pass_with_a_null_reverse_path_the_name_in_helo_answers() {
        Client bounce = new Client("192.0.2.7", "mail.registry.example", Optional.empty());

        assertThat(Spf.check(bounce, Spf.domain(bounce).orElseThrow(), new Zone().text("mail.registry.example", "v=spf1 ip4:192.0.2.7 -all"))).isEqualTo(new Spf.Checked("pass", "mail.registry.example"));
    }

    @ParameterizedTest
    @CsvSource({"[192.0.2.7]", "localhost", "192.0.2.7", "a..example", "'bad name.example'", "''"})
    void rule_4_near_miss_a_greeting_that_is_no_name_answers_for_nobody(String helo) {
        assertThat(Spf.domain(new Client("192.0.2.7", helo, Optional.empty()))).isEmpty();
    }

    @Test
    void rule_4_attack_more_than_ten_terms_that_ask_are_an_error() {
        Zone zone = zone("v=spf1 " + IntStream.range(0, 11).mapToObj(i -> "a:a" + i + ".example").collect(Collectors.joining(" ")) + " ip4:192.0.2.7 -all");
        for (int i = 0; i < 11; i++) zone.with("a" + i + ".example", Kind.A, "198.51.100.1");

        assertThat(word(CLIENT, zone)).isEqualTo("permerror"); // RFC 7208 4.6.4
    }

    @Test
    void rule_4_attack_more_than_two_questions_that_find_nothing_are_an_error() {
        assertThat(word(CLIENT, zone("v=spf1 a:n1.example a:n2.example ip4:192.0.2.7 -all"))).isEqualTo("pass");
        assertThat(word(CLIENT, zone("v=spf1 a:n1.example a:n2.example a:n3.example ip4:192.0.2.7 -all"))).isEqualTo("permerror");
    }

    @Test
    void rule_4_attack_more_than_ten_hosts_of_an_mx_are_an_error_and_none_is_asked_for() {
        Zone zone = zone("v=spf1 mx:many.example ip4:192.0.2.7 -all").with("many.example", Kind.MX, IntStream.range(0, 11).mapToObj(i -> "mx" + i + ".many.example").toArray(String[]::new));

        assertThat(word(CLIENT, zone)).isEqualTo("permerror");
        assertThat(zone.asked).noneMatch(asked -> asked.startsWith("A mx"));
    }

    @Test
    void rule_4_attack_a_record_without_end_is_an_error() {
        assertThat(word(CLIENT, zone("v=spf1 " + "ip4:192.0.2.7 ".repeat(2000) + "-all"))).isEqualTo("permerror");
    }

    @Test
    void a_silent_dns_is_no_verdict() {
        assertThat(word(CLIENT, new Zone().silent("registry.example"))).isEqualTo("temperror"); // L33
        assertThat(word(CLIENT, zone("v=spf1 a:away.example -all").silent("away.example"))).isEqualTo("temperror");
    }

    @Test
    void ipv6_clients_are_judged_too() {
        Client client = new Client("2001:db8:0:0:0:0:0:7", "mail.registry.example", CLIENT.mailFrom());

        assertThat(word(client, zone("v=spf1 ip6:2001:db8::/32 -all"))).isEqualTo("pass");
        assertThat(word(client, zone("v=spf1 ip4:192.0.2.7 -all"))).isEqualTo("fail");
    }
}
