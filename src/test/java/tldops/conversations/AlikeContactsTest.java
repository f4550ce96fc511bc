package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is silenced by an address that was made to look like his (MAIL_RULES 8).
class AlikeContactsTest {
    /// As a ccTLD may have it entered at IANA.
    private static final String ALIKE = "hostrnaster@registry.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void known() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl").administered(ALIKE, ".be");
        robot.proved("mallory@evil.example", "", person(1, "Mallory", "mallory@evil.example", "+32 470 12 34 56") + "ccTLD: .be");
    }

    @Test
    void rule_8_attack_a_contact_at_iana_that_looks_like_another_ccTLDs_does_not_silence_that_one() {
        List<Posted> asked = robot.proved("anna@registry.example", "", person(1, "Anna", "anna@registry.example", "+31 6 12345678") + "ccTLD: .nl");

        List<Posted> letters = robot.proved(ADMIN, Probe.token(asked, ADMIN), "confirm");

        assertThat(robot.members()).containsExactly("Anna");
        assertThat(letters).noneMatch(letter -> Probe.text(letter).contains("posing"));
    }

    @Test
    void rule_8_near_miss_a_member_who_was_admitted_with_such_an_address_goes_on_speaking_for_himself() {
        robot.member("be", 2, "Hans", "hostrnaster@registry.example").member("nl", 2, "Henk", "h0stmaster@registry.example");
        robot.administered("hOstmaster@registry.example", ".nl");

        List<Posted> letters = robot.proved("h0stmaster@registry.example", "", "modify .nl");

        assertThat(Probe.count(letters, "h0stmaster@registry.example")).isPositive();
    }
}
