package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Envelope;
import tldops.core.Rules;
import tldops.fuzz.Sound;
import tldops.mail.Header;
import tldops.mail.MailReader;
import tldops.mail.Reading;

/// The header of a mail as a trusted border hands it over (MAIL_RULES 1-3, 9). A second reading of its
/// Authentication-Results, written otherwise and coarser, must agree with each mail that authenticates.
class ResultsFuzzTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-17T09:00:00Z");
    private static final AuthenticationResults.Settings SETTINGS = new AuthenticationResults.Settings(Set.of("mx.border.example"), Set.of("mx.border.example"));
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final Pattern PASS = Pattern.compile("\\s*dmarc\\s*(/\\s*1\\s*)?=\\s*pass\\s(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("header\\s*\\.\\s*from\\s*=\\s*([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final String RECEIVED = "Received: from mail.registry.example (mail.registry.example [192.0.2.7]) by mx.border.example (Postfix) with ESMTPS id 4A; Tue, 17 Nov 2026 08:59:59 +0000\r\n";
    private static final String REST = "Date: Tue, 17 Nov 2026 09:58:00 +0100\r\nFrom: Kim Sample <admin@registry.example>\r\nTo: tld-ops-request@lists.example\r\nSubject: confirm\r\nMessage-ID: <1@registry.example>\r\n\r\nconfirm\r\n";

    static Stream<byte[]> specimens() {
        return Stream.of("mx.border.example; dmarc=pass (p=reject) header.from=registry.example", "MX.border.example 1; dkim=pass header.d=registry.example; dmarc=pass header.from=registry.example",
                        "mx.border.example; spf=pass reason=\"a; dmarc=pass\" smtp.mailfrom=registry.example;\r\n dmarc=fail (p=none; dis=none) header.from=registry.example",
                        "(our) \"mx.border.example\" (x (y)) 1; dmarc/1=pass policy.dmarc=reject header.from=\"registry.example\"", "mx.border.example; none", "mx.border.example.evil; dmarc=pass header.from=registry.example")
                .flatMap(field -> Stream.of("Authentication-Results: " + field + "\r\n" + RECEIVED + REST, RECEIVED + "Authentication-Results: " + field + "\r\n" + REST))
                .map(mail -> mail.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void results(byte[] raw) {
        Reading reading = read(raw);
        List<Header> headers = reading.headers();
        Optional<Address> from = reading.mail().from();
        Authentication judged = Sound.twice(() -> AuthenticationResults.judge(headers, from, SETTINGS, true, ARRIVED));
        Sound.line(judged.reason());
        if (judged.authenticated()) agreed(headers, from.orElseThrow());
        assertFalse(AuthenticationResults.judge(headers, from, SETTINGS, false, ARRIVED).authenticated(), "through a door that vouches for nobody");
        assertFalse(AuthenticationResults.judge(headers, from, new AuthenticationResults.Settings(Set.of(), Set.of("mx.border.example")), true, ARRIVED).authenticated(), "by a server that nobody named");
        List<Header> forged = new ArrayList<>(headers);
        forged.add(new Header("Authentication-Results", "mx.border.example; dmarc=pass header.from=" + from.map(Address::domain).orElse("registry.example")));
        assertFalse(AuthenticationResults.judge(forged, from, SETTINGS, true, ARRIVED).authenticated(), "though somebody below the border writes in its name");
    }

    /// So that the second reading has something to agree with.
    @Test
    void three_of_the_specimens_authenticate() {
        assertEquals(3, specimens().map(ResultsFuzzTest::read).filter(reading -> AuthenticationResults.judge(reading.headers(), reading.mail().from(), SETTINGS, true, ARRIVED).authenticated()).count());
    }

    private static Reading read(byte[] raw) {
        return MailReader.read(raw, new Envelope("smtp", true, Optional.empty(), List.of(OWN.request()), "192.0.2.25"), 1, ARRIVED, OWN, Set.of());
    }

    private static void agreed(List<Header> headers, Address from) {
        assertEquals(1, headers.stream().filter(field -> field.name().equalsIgnoreCase("From")).count(), "several From fields");
        int border = 0;
        while (!headers.get(border).name().equalsIgnoreCase("Received") || !bare(headers.get(border).value()).toLowerCase(Locale.ROOT).contains("mx.border.example")) border++;
        List<String> above = headers.subList(0, border).stream().filter(field -> field.name().equalsIgnoreCase("Authentication-Results")).map(Header::value)
                .filter(value -> id(value).equals("mx.border.example")).toList();
        assertEquals(1, above.size(), "not one field of our border above its line");
        List<String> passes = Stream.of(bare(above.getFirst()).split(";")).map(PASS::matcher).filter(Matcher::matches).map(pass -> pass.group(2)).toList();
        assertEquals(1, passes.size(), () -> "not one dmarc=pass in " + above);
        Matcher domain = FROM.matcher(passes.getFirst());
        assertTrue(domain.find(), () -> "no header.from in " + above);
        String named = domain.group(1).substring(domain.group(1).lastIndexOf('@') + 1).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        assertEquals(from.domain(), java.net.IDN.toASCII(named).toLowerCase(Locale.ROOT), "judged for another domain");
    }

    private static String id(String value) {
        return bare(value).strip().split("[\\s;]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /// Without comments; what is quoted, without what would look like more than one word. Blanks at its ends, so that a word
    /// never ends the text.
    private static String bare(String value) {
        StringBuilder bare = new StringBuilder(" ");
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char now = value.charAt(at);
            if (now == '\\' && at + 1 < value.length()) now = Character.toLowerCase(value.charAt(++at)) == value.charAt(at) && (quoted && "\"();= ".indexOf(value.charAt(at)) < 0) ? value.charAt(at) : '_';
            else if (!quoted && now == '(' && depth++ == 0) bare.append(' ');
            else if (now == '"' && depth == 0) quoted = !quoted;
            else if (quoted && "();= \t\r\n".indexOf(now) >= 0) now = '_';
            if (depth == 0 && now != '"') bare.append(now);
            if (!quoted && depth > 0 && now == ')') depth--;
        }
        return bare.append(' ').toString();
    }
}
