package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.mail.Header;
import tldops.trust.AuthenticationResults.Settings;

/// What our border found authentic may have been written to somebody else (MAIL_RULES 15): a signature that leaves open whom the
/// mail is for does not speak for its author here, unless his own server brought it.
class OpenSignatureTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-17T09:00:00Z");
    private static final Settings SETTINGS = new Settings(Set.of("mx.border.example"), Set.of("mx.border.example"));
    private static final String ALL = "from:to:cc:subject:date:message-id";

    private static Authentication judge(String results, String signatures, String cc) {
        List<Header> mail = new ArrayList<>();
        mail.add(new Header("Authentication-Results", "mx.border.example; " + results + "; dmarc=pass header.from=registry.example"));
        mail.add(new Header("Received", "from a.example (a.example [192.0.2.7]) by mx.border.example with ESMTPS; Tue, 17 Nov 2026 08:59:59 +0000"));
        for (String signature : signatures.split("/")) mail.add(new Header("DKIM-Signature", "v=1; a=rsa-sha256; d=" + signature.split(" ")[0] + "; s=mail; h=" + signature.split(" ", 2)[1] + "; bh=AA==; b=AA=="));
        mail.add(new Header("From", "Anna Vermeer <anna@registry.example>"));
        mail.add(new Header("To", "colleague@registry.example"));
        if (!cc.isEmpty()) mail.add(new Header("Cc", cc));
        mail.add(new Header("Subject", "the contacts"));
        mail.add(new Header("Date", "Tue, 17 Nov 2026 09:58:00 +0100"));
        mail.add(new Header("Message-ID", "<1@registry.example>"));
        return AuthenticationResults.judge(mail, Optional.of(Address.of("anna@registry.example")), SETTINGS, true, ARRIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example from:to:subject:date:message-id, cc",
        "registry.example from:subject:date:message-id, 'to, cc'",
        "registry.example from:to:subject:date:message-id/esp.example from:to:cc:subject:date:message-id, cc",
    })
    void rule_15_attack_a_signature_without_cc_is_no_word_to_whom_a_cc_names(String signatures, String open) {
        Authentication judged = judge("dkim=pass header.d=registry.example; dkim=pass header.d=esp.example", signatures, "tld-ops@lists.example");

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged.reason()).isEqualTo("its signature leaves out " + open + " (rule 15)");
    }

    @Test
    void rule_15_attack_a_second_signature_that_did_not_hold_helps_nothing() {
        Authentication judged = judge("dkim=pass header.d=registry.example; dkim=fail header.d=mail.registry.example", "registry.example from:subject:date/mail.registry.example " + ALL, "");

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @Test
    void rule_15_attack_a_second_signature_of_the_same_domain_that_anybody_wrote_helps_nothing() {
        Authentication judged = judge("dkim=pass header.d=registry.example; dkim=fail header.d=registry.example", "registry.example from:subject:date:message-id/registry.example " + ALL, "tld-ops@lists.example");

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example from:to:cc:date:message-id, its signature leaves out subject (rule 15)",
        "registry.example from:to:cc:subject:message-id, its signature leaves out date (rule 15)",
        "registry.example from:to:cc:subject:date:message-id;l=0, its signature leaves an end unsigned (rule 5)",
    })
    void rule_15_attack_straight_from_its_domain_a_mail_may_leave_open_no_more_than_whom_it_is_for(String signature, String reason) {
        Authentication judged = judge("dkim=pass header.d=registry.example; spf=pass smtp.mailfrom=anna@registry.example", signature.replace(";", "; "), "");

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "dkim=pass header.i=@mail.registry.example, registry.example from:to:subject:date:message-id",
        "dkim=pass header.d=registry.example; spf=pass smtp.mailfrom=eve@evil.registry.example, registry.example from:subject:date:message-id",
    })
    void rule_15_attack_a_sub_domain_is_not_the_domain(String results, String signatures) {
        assertThat(judge(results, signatures, "tld-ops@lists.example").sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource({
        "dkim=pass header.d=registry.example, registry.example from:to:cc:subject:date:message-id",
        "dkim=pass header.d=mail.registry.example, mail.registry.example From:To:Cc:Subject:Date:Message-ID",
        "dkim=pass header.d=registry.example; spf=pass smtp.mailfrom=anna@registry.example, registry.example From:Date:Subject:Message-ID",
    })
    void rule_15_near_miss_one_that_covers_it_or_comes_straight_from_its_domain_counts(String results, String signatures) {
        assertThat(judge(results, signatures, "tld-ops@lists.example").sureness()).isEqualTo(Sureness.AUTHENTICATED);
    }

    @Test
    void rule_15_attack_spf_of_the_one_who_brings_it_is_not_its_domains() {
        Authentication judged = judge("dkim=pass header.d=registry.example; spf=pass smtp.mailfrom=eve@evil.example", "registry.example from:subject:date:message-id", "");

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }
}
