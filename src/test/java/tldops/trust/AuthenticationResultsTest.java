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
    void thePassOfOurBorderForTheDomainOfFromAuthenticates() {
        assertEquals(new Authentication(Sureness.AUTHENTICATED, "dmarc=pass by mx.border.example for registry.example", Authentication.Policy.STRICT, Set.of()), judge(mail(results(PASS), BORDER)));
    }

    @Test
    void ofTheSignaturesTheValidOnesAreKnownByTheirDomains() {
        String result = "mx.border.example; dkim=pass header.d=Registry.example; dkim=fail header.d=other.example; dkim=pass header.i=@mailer.example; dmarc=pass header.from=registry.example";
        assertEquals(Set.of("registry.example", "mailer.example"), judge(mail(results(result), BORDER)).signers()); // L46
    }

    @Test
    void caseDoesNotMatter() {
        assertEquals(Sureness.AUTHENTICATED, sureness(new Header("authentication-results", "MX.Border.Example; DMARC=Pass Header.From=Registry.EXAMPLE."), BORDER));
    }

    @Test
    void aFailForTheDomainOfFromIsFailed() {
        assertEquals(new Authentication(Sureness.FAILED, "dmarc=fail by mx.border.example for registry.example"), judge(mail(results(FAIL), BORDER)));
        assertEquals(Sureness.FAILED, with("dmarc=fail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dmarc=none header.from=registry.example", "dmarc=bestguesspass header.from=registry.example", "dmarc=temperror header.from=registry.example",
        "dmarc=permerror header.from=registry.example", "spf=pass smtp.mailfrom=registry.example", "dkim=pass header.d=registry.example", "none"
    })
    void rule9_whateverElseDmarcSaysAuthenticatesNobody(String result) {
        assertEquals(Sureness.UNAUTHENTICATED, with(result)); // L33
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dmarc=pass header.from=evil.example", "dmarc=pass header.from=sub.registry.example", "dmarc=pass header.from=example", "dmarc=pass",
        "dmarc=pass header.from=registry.example header.from=evil.example", "dmarc=pass smtp.from=registry.example",
        "dmarc=fail header.from=evil.example", "dmarc=pass header.from=registry.example.evil"
    })
    void rule9_aResultForAnotherDomainCountsForNobody(String result) {
        assertEquals(Sureness.UNAUTHENTICATED, with(result));
    }

    @Test
    void twoDmarcResultsInOneFieldCancelEachOther() {
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
    void rule9_aDmarcPassThatRestsOnSpfAloneIsNotEnough(String others, Sureness expected) {
        assertEquals(expected, with(others + "; dmarc=pass header.from=registry.example"));
    }

    @Test
    void rule1_nothingCountsAtADoorThatDoesNotVouch() {
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), FROM, SETTINGS, false, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(FAIL), BORDER), FROM, SETTINGS, false, ARRIVED).sureness());
    }

    @Test
    void rule1_nothingCountsWhileNoIdIsConfigured() {
        Settings nobody = new Settings(Set.of(), Set.of());

        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), FROM, nobody, true, ARRIVED).sureness());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mx.other.example; dmarc=pass header.from=registry.example", "mx.border.example.evil; dmarc=pass header.from=registry.example",
        "evil.mx.border.example; dmarc=pass header.from=registry.example", "mx.border.example/evil; dmarc=pass header.from=registry.example",
        "(mx.border.example) mx.other.example; dmarc=pass header.from=registry.example", "; dmarc=pass header.from=registry.example"
    })
    void rule1_anotherIdAndOursAsAPrefixAreStrangers(String field) {
        assertEquals(Sureness.UNAUTHENTICATED, sureness(results(field), BORDER));
    }

    @Test
    void aStrangersFieldBesideOursDoesNoHarm() {
        assertEquals(Sureness.AUTHENTICATED, sureness(results(PASS), results("mx.other.example; dmarc=fail"), BORDER, results("mx.other.example; none")));
    }

    @Test
    void rule2_ourIdBelowTheBordersReceivedIsForged() {
        Authentication judged = judge(mail(BORDER, results(PASS)));

        assertEquals(Authentication.none("Authentication-Results in our name are forged (rule 2)"), judged);
    }

    @Test
    void rule2_twoFieldsInOurNameAreForged() {
        String reason = "Authentication-Results in our name are forged (rule 2)";

        assertEquals(Authentication.none(reason), judge(mail(results(PASS), results(PASS), BORDER)));
        assertEquals(Authentication.none(reason), judge(mail(results(PASS), BORDER, results(PASS))));
        assertEquals(Authentication.none(reason), judge(mail(results(PASS), BORDER, results("mx.border.example; (open"))));
    }

    @Test
    void rule2_aForgedFieldDoesNotHideTheFailOfOurBorder() {
        assertEquals(Sureness.FAILED, sureness(results(FAIL), BORDER, results(PASS)));
    }

    @Test
    void rule1_aStrangersReceivedInOurNameDoesNotMoveTheBorder() {
        Header forged = received("registry.example", "mx.border.example");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(BORDER, results(PASS), forged));
        assertEquals(Sureness.UNAUTHENTICATED, sureness(received("by", "mx.other.example"), results(PASS)));
    }

    @Test
    void rule1_hopsInsideOurHouseMayStandAboveTheBorder() {
        Header inside = received("mx.border.example", "store.border.example");

        assertEquals(Sureness.AUTHENTICATED, sureness(inside, results(PASS), BORDER));
    }

    @Test
    void rule1_theTraceLineOfOurOwnDoorIsNotTheBorders() {
        Settings settings = new Settings(Set.of("mx.border.example"), Set.of());
        Header own = received("mx.border.example", "lists.example");

        List<Header> handed = AuthenticationResults.handedOver(mail(own, results(PASS), BORDER), "lists.example");
        List<Header> forged = AuthenticationResults.handedOver(mail(own, own, results(PASS), BORDER), "lists.example");

        assertEquals(Sureness.AUTHENTICATED, AuthenticationResults.judge(handed, FROM, settings, true, ARRIVED).sureness());
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(forged, FROM, settings, true, ARRIVED).sureness(), "only our own line is taken off");
        assertEquals(mail(results(PASS), BORDER), AuthenticationResults.handedOver(mail(results(PASS), BORDER), "lists.example"));
    }

    @Test
    void rule1_aReceivedAboveTheBorderThatCannotBeReadEndsAllTrust() {
        Header unreadable = new Header("Received", "from mail( by mx.border.example with ESMTP");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(unreadable, results(PASS), received("registry.example", "mx.border.example")));
    }

    @Test
    void rule1_theGreetingOfAStrangerIsNotTakenForTheWriter() {
        Header greeting = new Header("Received", "from by (mx.border.example [192.0.2.7]) by mx.other.example; Tue, 17 Nov 2026 08:59:59 +0000");

        assertEquals(Sureness.UNAUTHENTICATED, sureness(results(PASS), greeting));
    }

    @Test
    void rule1_withoutConfiguredHostsTheFirstReceivedIsTheBorders() {
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
    void rule3_aPassInACommentOrInQuotesIsNoResult(String trick) {
        assertEquals(Sureness.UNAUTHENTICATED, with(trick));
    }

    @Test
    void rule3_whatBreaksTheGrammarIsNothing() {
        assertEquals(Sureness.UNAUTHENTICATED, with("dmarc=pass header.from=registry.example; spf=pass (open"));
    }

    @Test
    void onlyTheFieldItselfCountsAndNoneOfASimilarName() {
        assertEquals(Sureness.UNAUTHENTICATED, sureness(new Header("ARC-Authentication-Results", "i=1; " + PASS), BORDER));
        assertEquals(Sureness.UNAUTHENTICATED, sureness(new Header("X-Authentication-Results", PASS), BORDER));
    }

    @Test
    void rule2_fieldsOfAnAttachedMailAreNotAmongThoseJudged() {
        Header attached = new Header("Content-Type", "message/rfc822; x=\"Authentication-Results: " + PASS.replace("\"", "") + "\"");

        assertEquals(Authentication.none("no Authentication-Results of our border (rule 1)"), judge(mail(BORDER, attached)));
    }

    @Test
    void rule6_withoutOneAddressInFromNobodyIsAuthenticated() {
        assertEquals(Sureness.UNAUTHENTICATED, AuthenticationResults.judge(mail(results(PASS), BORDER), Optional.empty(), SETTINGS, true, ARRIVED).sureness());
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "date", "SUBJECT", "To", "Message-ID", "Sender", "Reply-To", "Cc", "References", "In-Reply-To"})
    void rule6_aDoubledFieldTakesTheTrustAway(String name) {
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
    void rule15_aDateThatIsTooOldOrAheadTakesTheTrustAway(String date, Sureness expected) {
        List<Header> mail = mail(results(PASS), BORDER);
        mail.replaceAll(header -> header.name().equals("Date") ? new Header("Date", date) : header);

        assertEquals(expected, judge(mail).sureness());
    }

    @Test
    void rule15_aDateNeverLiftsAFailure() {
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
