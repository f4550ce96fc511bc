package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9989 4.7, 4.8.
class DmarcRecordTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            v=DMARC1; p=reject                            | REJECT     | REJECT     | REJECT     | UNKNOWN | false
            v=DMARC1;p=quarantine;sp=none                 | QUARANTINE | NONE       | NONE       | UNKNOWN | false
            v=DMARC1; p=none; sp=quarantine; np=reject    | NONE       | QUARANTINE | REJECT     | UNKNOWN | false
            v=DMARC1; p=none; np=reject                   | NONE       | NONE       | REJECT     | UNKNOWN | false
            v = DMARC1 ; p = Reject ; psd = Y ; t = y ;   | REJECT     | REJECT     | REJECT     | YES     | true
            V=DMARC1; p=reject; psd=n; t=x                | REJECT     | REJECT     | REJECT     | NO      | false
            v=DMARC1                                      | NONE       | NONE       | NONE       | UNKNOWN | false
            v=DMARC1; p=everything                        | NONE       | NONE       | NONE       | UNKNOWN | false
            v=DMARC1; rua=mailto:a@b.example; sp=reject   | NONE       | REJECT     | REJECT     | UNKNOWN | false
            v=DMARC1; p=reject; pct=0; ri=1; x-new=2; junk| REJECT     | REJECT     | REJECT     | UNKNOWN | false
            v=DMARC1; sp=bad; p=reject; psd=maybe         | REJECT     | REJECT     | REJECT     | UNKNOWN | false
            """)
    void rule_9_pass_what_a_domain_publishes_is_read_by_its_grammar(String text, DmarcRecord.Wish own, DmarcRecord.Wish below, DmarcRecord.Wish absent, DmarcRecord.Psd psd, boolean testing) {
        DmarcRecord record = DmarcRecord.read("a.example", text).orElseThrow();

        assertThat(record.wanted("a.example", true)).isEqualTo(own);
        assertThat(record.wanted("b.a.example", true)).isEqualTo(below);
        assertThat(record.wanted("c.a.example", false)).isEqualTo(absent);
        assertThat(record.psd()).isEqualTo(psd);
        assertThat(record.testing()).isEqualTo(testing);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "v=DMARC2; p=reject", "v=dmarc1; p=reject", "p=reject; v=DMARC1", "v=spf1 -all", "v=DMARC1 p=reject", "DMARC1; p=reject", "xv=DMARC1; p=reject",
        "v=DMARC1; p=reject; p=none", "v=DMARC1; p=none; P=reject", "v=DMARC1; v=DMARC1; p=reject"
    })
    void rule_9_near_miss_what_breaks_it_is_no_record(String text) {
        assertThat(DmarcRecord.read("a.example", text)).isEmpty();
    }

    @Test
    void rule_9_near_miss_several_records_at_one_name_are_none() {
        assertThat(DmarcRecord.only("a.example", List.of("v=DMARC1; p=reject", "v=DMARC1; p=none"))).isEmpty();
        assertThat(DmarcRecord.only("a.example", List.of("v=DMARC1; p=reject", "v=DMARC1; p=none; p=none"))).as("also when only one of them can be read").isEmpty();
        assertThat(DmarcRecord.only("a.example", List.of("v=spf1 -all", "v=DMARC1; p=reject", "something"))).as("texts of others do not count").isPresent();
    }

    @Test
    void alignment_is_strict_where_it_says_so() {
        DmarcRecord record = DmarcRecord.read("a.example", "v=DMARC1; adkim=s; aspf=r").orElseThrow();

        assertThat(record.strictDkim()).isTrue();
        assertThat(record.strictSpf()).isFalse();
    }
}
