package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Stage;
import tldops.trust.KeyHolder;

/// What of a signed mail is read: the signed part alone, and only over the secret of its question (MAIL_RULES §4; R012).
class SignedTextTest extends SignedAnswers {
    // ---- over what

    @Test
    void rule_10_attack_signature_replayed_over_the_text_of_an_older_question() {
        List<String> spied = new java.util.ArrayList<>();
        answered(head -> {
            spied.add(his.mail("", part("confirm"), robot.now()));
            return head + spied.getFirst();
        });
        assertThat(admitted()).isTrue();
        String bram = person(1, "Bram", "bram@registry.example", "+31 6 23456789") + "ccTLD: .nl";
        secret = Probe.token(robot.proved("bram@registry.example", "", bram), ADMIN);

        answered(head -> head + spied.getFirst());

        assertThat(robot.members()).doesNotContain("Bram");
        assertThat(said()).contains("does not hold the secret of the question");
    }

    @Test
    void rule_10_attack_signature_replayed_after_its_secret_was_used() {
        String[] spied = {""};
        answered(head -> head + (spied[0] = his.mail("", part("deny"), robot.now())));

        answered(head -> head + "X-Again: yes\r\n" + spied[0]);

        assertThat(said()).contains("was used before");
        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_without_the_secret_in_the_signed_text() {
        answered(his, KeyHolder.part("confirm\n"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("no secret of ours stands in the signed text");
    }

    @Test
    void rule_10_attack_signature_with_the_secret_beside_the_signed_part() {
        answered(head -> head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n" + part("confirm") + "\r\n--outer\r\n"
                + his.mail("", KeyHolder.part("confirm\n"), robot.now()).replace("MIME-Version: 1.0\r\n", "") + "--outer--\r\n");

        assertThat(admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rule_10_attack_signature_under_an_unsigned_confirm_before_or_behind_the_signed_no(boolean before) {
        answered(head -> {
            String signed = his.mail("", part("deny"), robot.now()).replace("MIME-Version: 1.0\r\n", "");
            String added = "--outer\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n";
            return head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n" + (before ? added : "") + "--outer\r\n" + signed + (before ? "" : added) + "--outer--\r\n";
        });

        assertThat(robot.outcome(robot.cases().getLast().number())).contains(Stage.Outcome.DENIED);
    }

    @Test
    void rule_10_attack_signature_in_an_attached_mail() {
        answered(head -> head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n"
                + his.mail("From: " + ADMIN + "\r\n", part("confirm"), robot.now()) + "--outer--\r\n");

        assertThat(admitted()).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void rule_10_near_miss_signature_over_an_attached_mail_that_says_yes() {
        answered(his, "Content-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n" + part("Is this for me?") + "\r\n--in\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nconfirm\r\n\r\n--in--");

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_kept_and_the_word_changed() {
        answered(head -> his.mail(head, part("deny"), robot.now()).replace("\r\n\r\ndeny\r\n", "\r\n\r\nconfirm\r\n"));
        assertThat(said()).contains("does not fit the text");
        answered(head -> hisPgp.mail(head, part("deny"), robot.now()).replace("\r\n\r\ndeny\r\n", "\r\n\r\nconfirm\r\n"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("does not fit the text");
    }

    @Test
    void rule_10_attack_signature_over_a_silent_text_under_a_subject_that_says_confirm() {
        answered(his, part(""));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_over_the_secrets_of_two_questions() {
        answered(his, KeyHolder.part("confirm\n\n> Reference: " + secret + "\n> Reference: " + "0123456789abcdefghjkmnpqrs" + "\n"));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_of_three_parts() {
        answered(head -> his.mail(head, part("confirm"), robot.now()).replace("--=-s--", "--=-s\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n--=-s--"));

        assertThat(admitted()).isFalse();
    }
}
