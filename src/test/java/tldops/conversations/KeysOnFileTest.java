package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import tldops.trust.KeyHolder;

/// Which keys come on file and go, and who hears why a signature did not count (R012).
class KeysOnFileTest extends SignedAnswers {
    // ---- what follows from none

    @Test
    void who_brought_the_secret_hears_once_a_day_why_his_signature_did_not_count() {
        List<Posted> first = answered(others, part("confirm"));
        List<Posted> second = answered(others, part("confirm"));

        assertThat(first).anyMatch(letter -> letter.isTo(ADMIN) && letter.header("Subject").contains("your signature could not be counted")); // R012
        assertThat(second).noneMatch(letter -> letter.header("Subject").contains("your signature could not be counted")); // L20
    }

    @Test
    void who_brings_no_secret_is_told_nothing_of_keys() {
        List<Posted> told = robot.broken(ADMIN, "", head -> others.mail(head, KeyHolder.part("confirm\n"), robot.now()));

        assertThat(told).noneMatch(letter -> letter.header("Subject").contains("signature")); // P5
    }

    @Test
    void a_key_is_for_the_address_that_iana_lists_and_for_no_other() {
        KeyHolder.Smime stranger = KeyHolder.rsa("somebody@elsewhere.example", 2048, BEGAN, ENDS);
        KeyHolder.Smime over = KeyHolder.rsa(ADMIN, 2048, BEGAN, BEGAN.plusSeconds(60));

        onFile(stranger, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · the key does not name the address"); // RFC 8550 3
        onFile(over, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · the key is over");
        onFile(his, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · it is on file");

        assertThat(robot.keys()).isEqualTo(2);
    }

    @Test
    void the_admin_contact_has_a_key_taken_away_by_one_word_at_any_time() {
        List<Posted> told = onFile(others, ".nl");
        String undo = Probe.token(told, ADMIN);
        robot.at("2027-03-01T10:00:00Z");

        List<Posted> after = robot.unproved(ADMIN, undo, "undo");

        assertThat(robot.keys()).isEqualTo(2);
        assertThat(Probe.text(Probe.to(after, "secretariat@tld-ops.example"))).contains(key(others).fingerprint()); // P3
    }

    @Test
    void nobody_else_has_a_key_taken_away() {
        String undo = Probe.token(onFile(others, ".nl"), ADMIN);

        robot.unproved("deputy@registry.example", undo, "undo");
        robot.broken(ADMIN, undo, head -> head + KeyHolder.part("undo\n"));

        assertThat(robot.keys()).isEqualTo(3); // P7
    }
}
