package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.Matcher;
import org.apache.mailet.MatcherConfig;
import org.junit.jupiter.api.Test;

/// The matcher as James sees it: from the mailets' own classes, by name, with nothing of the robot
/// beside it.
class ForRobotTest {
    @Test
    void each_own_address_matches_in_any_case_and_with_any_tag() throws Exception {
        Matcher matcher = matcher("tld-ops@lists.example, alias.example");
        Collection<MailAddress> matched =
                match(
                        matcher,
                        "tld-ops@lists.example",
                        "TLD-OPS-Request@Lists.Example",
                        "tld-ops-bounces+x1y2@alias.example",
                        "tld-ops-request+0123@lists.example",
                        "tld-ops-owner@alias.example");
        assertThat(matched).as("L03: every own address, mixed case and +tags").hasSize(5);
    }

    @Test
    void a_neighbour_does_not_match() throws Exception {
        Matcher matcher = matcher("tld-ops@lists.example,alias.example");
        Collection<MailAddress> matched =
                match(
                        matcher,
                        "tld-opsx@lists.example",
                        "ops@lists.example",
                        "tld-ops@lists.example.test",
                        "tld-ops@other.example",
                        "tld-ops-requests@lists.example",
                        "x+tld-ops@lists.example");
        assertThat(matched).isEmpty();
    }

    @Test
    void only_the_own_recipients_of_a_mail_to_many_are_taken() throws Exception {
        Collection<MailAddress> matched =
                match(matcher("tld-ops@lists.example"), "ana@nic.test", "tld-ops@lists.example");
        assertThat(matched)
                .extracting(MailAddress::asString)
                .containsExactly("tld-ops@lists.example");
    }

    @Test
    void a_condition_without_the_lists_address_is_refused_with_an_example() {
        for (String condition : List.of("", "lists.example", "a@b.example, c@d.example")) {
            assertThatThrownBy(() -> matcher(condition))
                    .hasMessageContaining("ForRobot=tld-ops@lists.example");
        }
    }

    private static Matcher matcher(String condition) throws Exception {
        Matcher matcher = Own.make("tldops.mailets.ForRobot", Matcher.class);
        matcher.init(stand(MatcherConfig.class, "getCondition", condition));
        return matcher;
    }

    private static Collection<MailAddress> match(Matcher matcher, String... recipients)
            throws Exception {
        List<MailAddress> addresses = Arrays.stream(recipients).map(ForRobotTest::address).toList();
        return matcher.match(stand(Mail.class, "getRecipients", addresses));
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text);
        } catch (Exception unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    /// Says one thing and knows nothing else.
    private static <T> T stand(Class<T> type, String method, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, called, _) -> called.getName().equals(method) ? answer : null));
    }
}
