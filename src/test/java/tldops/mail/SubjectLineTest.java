package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Tlp;

class SubjectLineTest {
    private static Fields with(String header, Tlp tlp) {
        return SubjectLine.in(Fields.of((header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), "tld-ops", tlp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                                | [tld-ops] [TLP:AMBER] hello
            Re: hello                            | Re: [tld-ops] [TLP:AMBER] hello
            RE: Fwd: AW:hello                    | RE: Fwd: AW: [tld-ops] [TLP:AMBER] hello
            Re[2]: hello                         | Re[2]: [tld-ops] [TLP:AMBER] hello
            Re: [tld-ops] hello                  | Re: [tld-ops] [TLP:AMBER] hello
            Re: [tld-ops] [TLP:GREEN] hello      | Re: [tld-ops] [TLP:AMBER] hello
            [TLP:AMBER] hello                    | [tld-ops] [TLP:AMBER] hello
            [tlp:amber] hello                    | [tld-ops] [TLP:AMBER] hello
            [TLD-OPS] Re: hello                  | [tld-ops] [TLP:AMBER] Re: hello
            Renewal of keys                      | [tld-ops] [TLP:AMBER] Renewal of keys
            答复: hello                          | 答复: [tld-ops] [TLP:AMBER] hello
            """)
    void tag_and_label_stand_once_behind_the_Re(String came, String leaves) {
        assertThat(SubjectLine.tagged(came, "[tld-ops]", "[TLP:AMBER]")).isEqualTo(leaves); // L47
        assertThat(SubjectLine.tagged(leaves, "[tld-ops]", "[TLP:AMBER]")).isEqualTo(leaves);
    }

    @Test
    void what_is_right_already_stays_byte_for_byte() {
        String folded = "Subject:  Re: [tld-ops]\r\n [TLP:AMBER]  hello\r\nTo: x@y.example";

        assertThat(with(folded, Tlp.AMBER).text()).isEqualTo(folded + "\r\n");
    }

    @Test
    void encoded_words_are_read_and_written() {
        assertThat(with("Subject: =?iso-8859-1?q?Re=3A_caf=E9?=", Tlp.CLEAR).first("subject").orElseThrow().text()).isEqualTo("Subject: =?UTF-8?Q?Re:_[tld-ops]_[TLP:CLEAR]_caf=C3=A9?=\r\n");
        assertThat(with("Subject: =?utf-8?q?Re=3A_=5Btld-ops=5D_=5BTLP=3AGREEN=5D_caf=C3=A9?=", Tlp.GREEN).text()).contains("=5BTLP=3AGREEN=5D");
    }

    @Test
    void a_stricter_label_than_the_posts_is_never_dropped() {
        String red = "Subject: " + "long ".repeat(50) + "[TLP:RED]";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> with(red, Tlp.AMBER)).isInstanceOf(IllegalStateException.class); // N35
    }

    @Test
    void a_mail_without_a_subject_or_with_two_gets_one() {
        assertThat(with("To: x@y.example", Tlp.AMBER).text()).isEqualTo("To: x@y.example\r\nSubject: [tld-ops] [TLP:AMBER]\r\n");
        assertThat(with("Subject: one\r\nSubject: two", Tlp.AMBER).text()).isEqualTo("Subject: [tld-ops] [TLP:AMBER] one\r\n");
    }
}
