package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.trust.ResultsField.Property;
import tldops.trust.ResultsField.Result;

/// The grammar of RFC 8601 2.2 and the shapes of its Appendix B, with other words.
class ResultsFieldTest {
    private static Result result(String method, String result, Property... properties) {
        return new Result(method, result, List.of(properties));
    }

    private static Property property(String type, String name, String value) {
        return new Property(type, name, value);
    }

    @Test
    void b2_aServerThatChecksNothingSaysNone() {
        assertEquals(new ResultsField("mx.border.example", List.of()), ResultsField.read("mx.border.example 1; none"));
    }

    @Test
    void b3_oneMethod() {
        var read = ResultsField.read("mx.border.example;\r\n\tspf=pass smtp.mailfrom=registry.example");

        assertEquals(new ResultsField("mx.border.example", List.of(result("spf", "pass", property("smtp", "mailfrom", "registry.example")))), read);
    }

    @Test
    void b4_severalMethodsInOneField() {
        var read = ResultsField.read("""
                MX.Border.Example;
                 auth=pass (cram-md5) smtp.auth=desk@registry.example;
                 spf=pass smtp.mailfrom=registry.example""");

        assertEquals(List.of(
                result("auth", "pass", property("smtp", "auth", "desk@registry.example")),
                result("spf", "pass", property("smtp", "mailfrom", "registry.example"))), read.results());
        assertEquals("mx.border.example", read.id());
    }

    @Test
    void b5_aReasonAndSeveralOfTheSameMethod() {
        var read = ResultsField.read("""
                mx.border.example;
                 dkim=pass reason="good (1024; dmarc=pass) key"
                  header.i=@list.example;
                 dkim=fail reason=expired header.i=@registry.example header.b="ab/c+="
                """);

        assertEquals(List.of(
                result("dkim", "pass", property("header", "i", "@list.example")),
                result("dkim", "fail", property("header", "i", "@registry.example"), property("header", "b", "ab/c+="))), read.results());
    }

    @Test
    void b7_commentsEverywhereNestedAndWithTricks() {
        var read = ResultsField.read("""
                (first) mx.border.example (our (own; dmarc=pass) server \\) still) 1 (version);
                 (a) dkim (b) / (c) 1 (d) = (e) fail (dkim=pass) (f) policy (g) . (h) expired (i) =(j) 1362471462 (k) ; dmarc=none (dmarc=pass header.from=registry.example)""");

        assertEquals(List.of(result("dkim", "fail", property("policy", "expired", "1362471462")), result("dmarc", "none")), read.results());
    }

    /// RFC 8601 Appendix B, its own words but for the folds.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.org 1; none                                                                                                     | example.org      |
            example.com; spf=pass smtp.mailfrom=example.net                                                                         | example.com      | spf=pass
            example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net                      | example.com      | auth=pass spf=pass
            example.com; iprev=pass policy.iprev=192.0.2.200                                                                        | example.com      | iprev=pass
            example.com; sender-id=fail header.from=example.com; dkim=pass (good signature) header.d=example.com                    | example.com      | sender-id=fail dkim=pass
            example.com; auth=pass (cram-md5) smtp.auth=sender@example.com; spf=fail smtp.mailfrom=example.com                      | example.com      | auth=pass spf=fail
            example.com; dkim=pass reason="good signature" header.i=@mail-router.example.net; dkim=fail reason="bad signature" header.i=@newyork.example.com | example.com | dkim=pass dkim=fail
            example.net; dkim=pass (good signature) header.i=@newyork.example.com                                                   | example.net      | dkim=pass
            foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462 | foo.example.net | dkim=fail
            """)
    void rule_3_pass_the_examples_of_rfc_8601_read_as_they_are_meant(String field, String id, String results) {
        ResultsField read = ResultsField.read(field);

        assertEquals(id, read.id());
        assertEquals(results == null ? "" : results, read.results().stream().map(one -> one.method() + "=" + one.result()).collect(Collectors.joining(" ")));
    }

    @Test
    void theIdMayBeQuotedAndIsTakenWhole() {
        assertEquals("mx.border.example", ResultsField.read("\"mx.border.example\"; none").id());
        assertEquals("mx.border.example.evil", ResultsField.read("mx.border.example.evil; none").id());
    }

    @Test
    void quotedAddressesAndUnquotedBase64AreRead() {
        var read = ResultsField.read("mx; spf=none smtp.mailfrom=\"a; b\"@registry.example smtp.helo=\"\"; dkim=pass header.b=a/B+c=");

        assertEquals(List.of(
                result("spf", "none", property("smtp", "mailfrom", "a; b@registry.example"), property("smtp", "helo", "")),
                result("dkim", "pass", property("header", "b", "a/B+c="))), read.results());
    }

    @Test
    void otherVersionsArePassedOver() {
        assertEquals(List.of(), ResultsField.read("mx 2; dmarc=pass header.from=registry.example").results());
        assertEquals(List.of(result("spf", "pass")), ResultsField.read("mx; dmarc/2=pass header.from=registry.example; spf/1=pass").results());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mx", "mx;", "mx; dmarc", "mx; dmarc=", "mx; dmarc=pass;", "mx; dmarc=pass (open", "mx; dmarc=pass header.from",
        "mx; dmarc=pass header.from=", "mx; dmarc=pass action=none header.from=a.example", "mx dmarc=pass", "mx; none; dmarc=pass",
        "mx; dmarc=pass) header.from=a.example", "mx; dmarc=\"pass\" header.from=a.example", "mx; dmarc=pass reason=\"open header.from=a.example",
        "mx; dmarc=pass header.from=a.example reason=late", "mx; dmarc=pass \0header.from=a.example", "mx; dmarc/=pass", "mx, dmarc=pass"
    })
    void whatBreaksTheGrammarHasNoResults(String text) {
        assertEquals(new ResultsField("mx", List.of()), ResultsField.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "(mx; dmarc=pass", "\"mx", "=mx; none", "@", "\\"})
    void whatHasNoIdIsNobodys(String text) {
        assertEquals(new ResultsField("", List.of()), ResultsField.read(text));
    }

    @Test
    void deepAndLongFieldsAreReadInOneWalk() {
        String deep = "(".repeat(100_000) + ")".repeat(100_000);

        assertEquals(List.of(result("spf", "pass")), ResultsField.read("mx" + deep + "; spf=pass" + deep).results());
        assertEquals(List.of(), ResultsField.read("mx; spf=pass" + "(".repeat(100_000)).results());
    }

    @Test
    void garbageNeverThrows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "mx;dmarc=pass header.from=a.example ()\"\\/1\0\r\n\tü@";

        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
            try {
                ResultsField.read(text.toString());
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ": " + text, thrown);
            }
        }
    }
}
