package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.mail.Header;
import tldops.trust.AuthenticationResults.Settings;

/// P2, L16; MAIL_RULES 1-3, 6-9, 15 and the line "AR" of its test matrix.
class AuthenticationResultsTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-17T09:00:00Z");
    private static final Settings SETTINGS = new Settings(Set.of("mx.border.example"), Set.of("mx.border.example"));
    private static final Optional<Address> FROM = Optional.of(Address.of("admin@registry.example"));
    private static final String PASS = "mx.border.example; dmarc=pass (p=reject) header.from=registry.example";
    private static final String FAIL = "mx.border.example; dmarc=fail (p=none) header.from=registry.example";
    private static final Header BORDER = received("mail.registry.example", "mx.border.example");

    private static Header received(String from, String by) {
        return new Header("Received", "from " + from + " (" + from + " [192.0.2.7]) by " + by + " (Postfix) with ESMTPS id 4A; Tue, 17 Nov 2026 08:59:59 +0000");
    }

    private static Header results(String value) {
        return new Header("Authentication-Results", value);
    }

    /// The given fields, then those that a person's program wrote.
    private static List<Header> mail(Header... trace) {
        List<Header> mail = new ArrayList<>(List.of(trace));
        mail.add(new Header("Date", "Tue, 17 Nov 2026 09:58:00 +0100"));
        mail.add(new Header("From", "Kim Sample <admin@registry.example>"));
        mail.add(new Header("To", "tld-ops-request@lists.example"));
        mail.add(new Header("Subject", "confirm"));
        mail.add(new Header("Message-ID", "<1@registry.example>"));
        return mail;
    }

    private static Authentication judge(List<Header> mail) {
        return AuthenticationResults.judge(mail, FROM, SETTINGS, true, ARRIVED);
    }

    private static Sureness sureness(Header... trace) {
        return judge(mail(trace)).sureness();
    }

    private static Sureness with(String result) {
        return sureness(results("mx.border.example; " + result), BORDER);
    }

    @Test
    void rule_1_pass_the_pass_of_our_border_for_the_domain_of_from_authenticates() {
        assertEquals(new Authentication(Sureness.AUTHENTICATED, "dmarc=pass by mx.border.example for registry.example", Authentication.Policy.STRICT, Set.of()), judge(mail(results(PASS), BORDER)));
    }

    @Test
    void ofTheSignaturesTheValidOnesAreKnownByTheirDomains() {
        String result = "mx.border.example; dkim=pass header.d=Registry.example; dkim=fail header.d=other.example; dkim=pass header.i=@mailer.example; dmarc=pass header.from=registry.example";
        assertEquals(Set.of("registry.example", "mailer.example"), judge(mail(results(result), BORDER)).signers()); // L46
    }

    @Test
    void rule_3_pass_case_does_not_matter() {
        assertEquals(Sureness.AUTHENTICATED, sureness(new Header("authentication-results", "MX.Border.Example; DMARC=Pass Header.From=Registry.EXAMPLE."), BORDER));
    }

    @Test
    void rule_10_attack_a_fail_for_the_domain_of_from_is_failed() {
        assertEquals(new Authentication(Sureness.FAILED, "dmarc=fail by mx.border.example for registry.example"), judge(mail(results(FAIL), BORDER)));
        assertEquals(Sureness.FAILED, with("dmarc=fail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dmarc=none header.from=registry.example", "dmarc=bestguesspass header.from=registry.example", "dmarc=temperror header.from=registry.example",
        "dmarc=permerror header.from=registry.example", "spf=pass smtp.mailfrom=registry.example", "dkim=pass header.d=registry.example", "none"
    })
    void rule_9_near_miss_whatever_else_dmarc_says_authenticates_nobody(String result) {
        assertEquals(Sureness.UNAUTHENTICATED, with(result)); // L33
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dmarc=pass header.from=evil.example", "dmarc=pass header.from=sub.registry.example", "dmarc=pass header.from=example", "dmarc=pass",
        "dmarc=pass header.from=registry.example header.from=evil.example", "dmarc=pass smtp.from=registry.example",
        "dmarc=fail header.from=evil.example", "dmarc=pass header.from=registry.example.evil"
    })
    void rule_9_attack_a_result_for_another_domain_counts_for_nobody(String result) {
        assertEquals(Sureness.UNAUTHENTICATED, with(result));
    }

    @Test
    void rule_3_attack_two_dmarc_results_in_one_field_cancel_each_other() {
        assertEquals(Sureness.UNAUTHENTICATED, with("dmarc=pass header.from=evil.example; dmarc=pass header.from=registry.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "'spf=pass smtp.mailfrom=registry.example', UNAUTHENTICATED",
        "'spf=pass smtp.mailfrom=registry.example; dkim=none', UNAUTHENTICATED",
        "'spf=pass smtp.mailfrom=registry.example; dkim=fail header.d=registry.example', UNAUTHENTICATED",
        "'spf=pass smtp.mailfrom=registry.example; dkim=pass header.d=evil.example', UNAUTHENTICATED",
        "'spf=pass smtp.mailfrom=registry.example; dkim=pass header.d=registry.example', AUTHENTICATED",
        "'spf=fail smtp.mailfrom=relay.example; dkim=pass header.i=@mail.registry.example', AUTHENTICATED",
        "'dkim=fail header.d=evil.example; dkim=pass header.d=registry.example', AUTHENTICATED",
        "'dkim=pass', AUTHENTICATED"
    })
    void rule_9_near_miss_a_dmarc_pass_that_rests_on_spf_alone_is_not_enough(String others, Sureness expected) {
        assertEquals(expected, with(others + "; dmarc=pass header.from=registry.example"));
    }

    @Test
    void rule_1_attack_nothing_counts_at_a_door_that_does_not_vouch() {
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), FROM, SETTINGS, false, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(FAIL), BORDER), FROM, SETTINGS, false, ARRIVED).sureness());
    }

    @Test
    void rule_1_near_miss_nothing_counts_while_no_id_is_configured() {
        Settings nobody = new Settings(Set.of(), Set.of());

        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), FROM, nobody, true, ARRIVED).sureness());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mx.other.example; dmarc=pass header.from=registry.example", "mx.border.example.evil; dmarc=pass header.from=registry.example",
        "evil.mx.border.example; dmarc=pass header.from=registry.example", "mx.border.example/evil; dmarc=pass header.from=registry.example",
        "(mx.border.example) mx.other.example; dmarc=pass header.from=registry.example", "; dmarc=pass header.from=registry.example"
    })
    void rule_1_attack_another_id_and_ours_as_a_prefix_are_strangers(String field) {
        assertEquals(Sureness.UNAUTHENTICATED, sureness(results(field), BORDER));
    }

    @Test
    void rule_2_pass_a_strangers_field_beside_ours_does_no_harm() {
        assertEquals(Sureness.AUTHENTICATED, sureness(results(PASS), results("mx.other.example; dmarc=fail"), BORDER, results("mx.other.example; none")));
    }

    @Test
    void rule_2_attack_our_id_below_the_borders_received_is_forged() {
        Authentication judged = judge(mail(BORDER, results(PASS)));

        assertEquals(Authentication.none("Authentication-Results in our name are forged (rule 2)"), judged);
    }

    @Test
    void rule_2_attack_two_fields_in_our_name_are_forged() {
        String reason = "Authentication-Results in our name are forged (rule 2)";

        assertEquals(Authentication.none(reason), judge(mail(results(PASS), results(PASS), BORDER)));
        assertEquals(Authentication.none(reason), judge(mail(results(PASS), BORDER, results(PASS))));
        assertEquals(Authentication.none(reason), judge(mail(results(PASS), BORDER, results("mx.border.example; (open"))));
    }

    @Test
    void rule_2_attack_a_forged_field_does_not_hide_the_fail_of_our_border() {
        assertEquals(Sureness.FAILED, sureness(results(FAIL), BORDER, results(PASS)));
    }

    @Test
    void rule_1_attack_a_strangers_received_in_our_name_does_not_move_the_border() {
        Header forged = received("registry.example", "mx.border.example");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(BORDER, results(PASS), forged));
        assertEquals(Sureness.UNAUTHENTICATED, sureness(received("by", "mx.other.example"), results(PASS)));
    }

    @Test
    void rule_1_pass_hops_inside_our_house_may_stand_above_the_border() {
        Header inside = received("mx.border.example", "store.border.example");

        assertEquals(Sureness.AUTHENTICATED, sureness(inside, results(PASS), BORDER));
    }

    @Test
    void rule_1_pass_the_trace_line_of_our_own_door_is_not_the_borders() {
        Settings settings = new Settings(Set.of("mx.border.example"), Set.of());
        Header own = received("mx.border.example", "lists.example");

        List<Header> handed = AuthenticationResults.handedOver(mail(own, results(PASS), BORDER), "lists.example");
        List<Header> forged = AuthenticationResults.handedOver(mail(own, own, results(PASS), BORDER), "lists.example");

        assertEquals(Sureness.AUTHENTICATED, AuthenticationResults.judge(handed, FROM, settings, true, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(forged, FROM, settings, true, ARRIVED).sureness(), "only our own line is taken off");
        assertEquals(mail(results(PASS), BORDER), AuthenticationResults.handedOver(mail(results(PASS), BORDER), "lists.example"));
    }

    @Test
    void rule_1_near_miss_a_received_above_the_border_that_cannot_be_read_ends_all_trust() {
        Header unreadable = new Header("Received", "from mail( by mx.border.example with ESMTP");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(unreadable, results(PASS), received("registry.example", "mx.border.example")));
    }

    @Test
    void rule_1_attack_the_greeting_of_a_stranger_is_not_taken_for_the_writer() {
        Header greeting = new Header("Received", "from by (mx.border.example [192.0.2.7]) by mx.other.example; Tue, 17 Nov 2026 08:59:59 +0000");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(results(PASS), greeting));
    }

    @Test
    void rule_1_pass_without_configured_hosts_the_first_received_is_the_borders() {
        Settings settings = new Settings(Set.of("mx.border.example"), Set.of());
        Header any = new Header("Received", "(somehow)");

        assertEquals(Sureness.AUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), any), FROM, settings, true, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(any, results(PASS)), FROM, settings, true, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS)), FROM, settings, true, ARRIVED).sureness());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "none (dmarc=pass header.from=registry.example)", "spf=pass (a; dmarc=pass header.from=registry.example) smtp.mailfrom=x.example",
        "spf=none reason=\"; dmarc=pass header.from=registry.example\"", "spf=none (\\) (x)) smtp.helo=\"; dmarc=pass header.from=registry.example\"",
        "x-dmarc=pass header.from=registry.example", "dmarc=pass (header.from=registry.example)"
    })
    void rule_3_attack_a_pass_in_a_comment_or_in_quotes_is_no_result(String trick) {
        assertEquals(Sureness.UNAUTHENTICATED, with(trick));
    }

    @Test
    void rule_3_near_miss_what_breaks_the_grammar_is_nothing() {
        assertEquals(Sureness.UNAUTHENTICATED, with("dmarc=pass header.from=registry.example; spf=pass (open"));
    }

    @Test
    void rule_1_near_miss_only_the_field_itself_counts_and_none_of_a_similar_name() {
        assertEquals(Sureness.UNAUTHENTICATED, sureness(new Header("ARC-Authentication-Results", "i=1; " + PASS), BORDER));
        assertEquals(Sureness.UNAUTHENTICATED, sureness(new Header("X-Authentication-Results", PASS), BORDER));
    }

    @Test
    void rule_2_near_miss_fields_of_an_attached_mail_are_not_among_those_judged() {
        Header attached = new Header("Content-Type", "message/rfc822; x=\"Authentication-Results: " + PASS.replace("\"", "") + "\"");

        assertEquals(Authentication.none("no Authentication-Results of our border (rule 1)"), judge(mail(BORDER, attached)));
    }

    @Test
    void rule_6_near_miss_without_one_address_in_from_nobody_is_authenticated() {
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), Optional.empty(), SETTINGS, true, ARRIVED).sureness());
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "date", "SUBJECT", "To", "Message-ID", "Sender", "Reply-To", "Cc", "References", "In-Reply-To"})
    void rule_6_attack_a_doubled_field_takes_the_trust_away(String name) {
        List<Header> mail = mail(results(PASS), BORDER);
        mail.removeIf(header -> header.name().equalsIgnoreCase(name));
        mail.add(new Header(name, "Tue, 17 Nov 2026 09:58:00 +0100"));
        mail.add(new Header(name, "Tue, 17 Nov 2026 09:58:00 +0100"));

        Authentication judged = judge(mail);

        assertEquals(Sureness.UNAUTHENTICATED, judged.sureness());
        assertEquals("more than one " + name.toLowerCase() + " field (rule 6)", judged.reason().toLowerCase());
    }

    @ParameterizedTest
    @CsvSource({
        "'Tue, 10 Nov 2026 09:00:00 +0000', AUTHENTICATED", "'Tue, 10 Nov 2026 08:59:59 +0000', UNAUTHENTICATED",
        "'Wed, 18 Nov 2026 09:00:00 GMT', AUTHENTICATED", "'Wed, 18 Nov 2026 09:00:01 GMT', UNAUTHENTICATED",
        "'17 Nov 2026 09:00 -0000', AUTHENTICATED", "'Tue,  17 Nov 26 04:00:00 EST (New (York))', AUTHENTICATED",
        "'yesterday', UNAUTHENTICATED", "'', UNAUTHENTICATED", "'Tue, 31 Feb 2026 09:00:00 +0000 +0000', UNAUTHENTICATED"
    })
    void rule_15_attack_a_date_that_is_too_old_or_ahead_takes_the_trust_away(String date, Sureness expected) {
        List<Header> mail = mail(results(PASS), BORDER);
        mail.replaceAll(header -> header.name().equals("Date") ? new Header("Date", date) : header);

        assertEquals(expected, judge(mail).sureness());
    }

    @Test
    void rule_15_near_miss_a_date_never_lifts_a_failure() {
        List<Header> mail = mail(results(FAIL), BORDER);
        mail.removeIf(header -> header.name().equals("Date"));

        assertEquals(Sureness.FAILED, judge(mail).sureness());
    }

    @Test
    void aDomainInLettersOfItsOwnIsComparedAsALabel() {
        var from = Optional.of(Address.of("admin@bücher.example"));

        var judged = AuthenticationResults.judge(mail(results("mx.border.example; dmarc=pass header.from=xn--bcher-kva.example"), BORDER), from, SETTINGS, true, ARRIVED);

        assertEquals(Sureness.AUTHENTICATED, judged.sureness());
    }
}
