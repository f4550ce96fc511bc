package tldops.iana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Tld;

/// MAIL_RULES 8, 11 and 34: what counts when RDAP and WHOIS have been asked, row by row of the table in [Agreement].
class AgreementTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");
    private static final Tld NL = Tld.of("nl");
    private static final String OFFICE = "office@registry.example";
    private static final Optional<Address> KNOWN = Optional.of(Address.of(OFFICE));
    private static final String NOBODY = "not assigned";
    private static final String NONE = "no such";

    /// As two servers would say it.
    private static Authority heard(String rdap, Source whois) throws IOException {
        return new Enquiry.Two(Line.local("RDAP", _ -> rdap), Line.local("WHOIS", whois)).about(NL, NOW, false);
    }

    private static Authority heard(String rdap, String whois) throws IOException {
        return heard(rdap, _ -> whois);
    }

    private static String rdap(String... mails) {
        return RdapRecords.of(NL, mails);
    }

    private static String whois(String mail) {
        return switch (mail) {
            case NONE -> Records.none("NL");
            case NOBODY -> Records.of("NL", "x@y.example").replaceAll("(?m)^(organisation:) .*", "$1 Not assigned").replaceAll("(?m)^(e-mail|name|status|created):.*\n", "");
            default -> Records.of("NL", mail);
        };
    }

    private static String remark(Authority authority) {
        return authority.first().orElseThrow().remark();
    }

    @Test
    void rule_11_pass_both_name_the_same_address_and_both_answers_are_kept() throws IOException {
        Authority heard = heard(rdap("Office@Registry.example"), whois(OFFICE));

        assertThat(heard.address()).isEqualTo(KNOWN);
        assertThat(heard.address().orElseThrow().local()).as("spelled as RDAP spells it").isEqualTo("Office");
        assertThat(heard.answers()).extracting(Authority.Evidence::raw).containsExactly(rdap("Office@Registry.example"), whois(OFFICE));
        assertThat(heard.answers()).allSatisfy(one -> assertThat(one.sha256()).hasSize(64)).extracting(Authority.Evidence::at).containsOnly(NOW);
        assertThat(remark(heard)).isEmpty();
    }

    @Test
    void rule_11_near_miss_whois_is_silent_so_rdap_counts_alone_and_says_so() throws IOException {
        Authority heard = heard(rdap(OFFICE), _ -> {
            throw new IOException("no route");
        });

        assertThat(heard.address()).isEqualTo(KNOWN);
        assertThat(remark(heard)).contains("without cross-check").contains("no route");
        assertThat(heard.answers()).hasSize(1);
    }

    @Test
    void rule_11_near_miss_of_several_addresses_the_one_that_whois_names_counts() throws IOException {
        assertThat(heard(rdap("first@registry.example", OFFICE), whois(OFFICE)).address()).isEqualTo(KNOWN);
        assertThat(heard(rdap("first@registry.example", OFFICE), whois("other@registry.example"))).isInstanceOf(Authority.Disputed.class);
    }

    @Test
    void rule_11_attack_a_bent_whois_moves_nothing() throws IOException {
        for (String bent : List.of("eve@evil.example", "office@registry.example.evil.example", "office+x@registry.example", "o.ffice@registry.example", NOBODY, NONE, "")) {
            Authority heard = heard(rdap(OFFICE), whois(bent));

            assertThat(heard).as(bent).isInstanceOf(Authority.Disputed.class);
            assertThat(heard.address()).isEmpty();
            assertThat(heard.answers()).as("both are kept to be judged again").hasSize(2);
        }
    }

    @Test
    void rule_11_attack_whois_alone_never_counts() {
        Enquiry enquiry = new Enquiry.Two(Line.local("RDAP", _ -> {
            throw new IOException("no route");
        }), Line.local("WHOIS", _ -> whois("eve@evil.example")));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> enquiry.about(NL, NOW, false)).hasMessage("RDAP: no route");
        assertThat(enquiry.lines().get(1).pulse().asked()).as("nor is it asked").isZero();
    }

    @Test
    void rule_11_attack_rdap_alone_does_not_say_that_there_is_nobody() throws IOException {
        for (String rdap : List.of(RdapRecords.notThere(), RdapRecords.notAssigned(NL), rdap(), rdap(OFFICE, "second@registry.example"), rdap("not an address"))) {
            Authority heard = heard(rdap, _ -> {
                throw new IOException("no route");
            });

            assertThat(heard).as(rdap).isInstanceOf(Authority.Unreachable.class);
        }
    }

    @Test
    void rule_34_pass_rdap_without_an_e_mail_is_silent_and_whois_decides() throws IOException {
        Authority heard = heard(rdap(), whois(OFFICE));

        assertThat(heard.address()).isEqualTo(KNOWN);
        assertThat(remark(heard)).isEqualTo("RDAP names no e-mail address for the contact; WHOIS decides (MAIL_RULES 34)");
    }

    @Test
    void rule_34_near_miss_an_address_that_nobody_can_write_to_is_not_silence() throws IOException {
        assertThat(heard(rdap("redacted for privacy"), whois(OFFICE))).isInstanceOf(Authority.Disputed.class);
    }

    @Test
    void rule_34_attack_silence_about_the_contact_of_a_ccTld_that_is_not_there_decides_nothing() throws IOException {
        assertThat(heard(RdapRecords.notThere(), whois("eve@evil.example"))).isInstanceOf(Authority.Disputed.class);
        assertThat(heard(RdapRecords.notAssigned(NL), whois("eve@evil.example"))).isInstanceOf(Authority.Disputed.class);
    }

    @Test
    void rule_8_pass_case_and_an_idn_domain_make_no_difference() throws IOException {
        assertThat(heard(rdap("OFFICE@REGISTRY.EXAMPLE"), whois(OFFICE)).address()).isEqualTo(KNOWN);
        assertThat(heard(rdap("office@bücher.example"), whois("office@xn--bcher-kva.example")).address()).contains(Address.of("office@xn--bcher-kva.example"));
    }

    @Test
    void nobody_is_nobody_when_both_say_so() throws IOException {
        assertThat(heard(RdapRecords.notThere(), whois(NONE))).isInstanceOf(Authority.NoSuchTld.class);
        assertThat(heard(RdapRecords.notThere(), whois(NOBODY))).isInstanceOf(Authority.NotAssigned.class);
        assertThat(heard(RdapRecords.notAssigned(NL), whois(NOBODY))).isInstanceOf(Authority.NotAssigned.class);
        assertThat(heard(RdapRecords.notAssigned(NL), whois(NONE))).isInstanceOf(Authority.NotAssigned.class);
        assertThat(heard(rdap(), whois(""))).isInstanceOf(Authority.Silent.class);
        assertThat(heard(rdap("redacted"), whois("redacted"))).isInstanceOf(Authority.Silent.class);
        assertThat(heard(rdap(), whois(NONE))).isInstanceOf(Authority.Disputed.class);
    }

    @Test
    void the_technical_contact_counts_only_where_both_name_it() throws IOException {
        var same = (Authority.Known) heard(rdap(OFFICE), whois(OFFICE));
        var other = (Authority.Known) heard(rdap(OFFICE).replace("tech@registry.example", "eve@evil.example"), whois(OFFICE));

        assertThat(same.technical()).contains(Address.of("tech@registry.example"));
        assertThat(other.technical()).isEmpty();
        assertThat(other.address()).isEqualTo(KNOWN);
    }

    @Test
    void a_whois_answer_about_another_ccTld_is_no_answer() throws IOException {
        Authority heard = heard(rdap(OFFICE), Records.of("BE", "eve@evil.example"));

        assertThat(heard.address()).isEqualTo(KNOWN);
        assertThat(remark(heard)).contains("without cross-check");
    }
}
