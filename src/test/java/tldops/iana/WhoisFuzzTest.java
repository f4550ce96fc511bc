package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Tld;
import tldops.fuzz.Sound;

/// A record of IANA's WHOIS, or what somebody sends in its place (IANA_DATA 1): whoever comes out of it as a contact stands in it
/// as the one address of the one block of that contact, in a whole record of that ccTLD.
class WhoisFuzzTest {
    private static final Tld NL = Tld.of("nl");

    static Stream<byte[]> specimens() {
        return Stream.of(Records.of("NL", "admin@registry.example"), Records.of("nl", ""), Records.none("nl"), Records.of("NL", "a@registry.example, b@registry.example"),
                        Records.of("NL", "Admin@registry.example").replace("contact:      administrative", "domain-ace:   nl\n\ncontact:  Administrative"), Records.of("NL", "a@registry.example").replace("Registry of Example", "Not assigned"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void record(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        Authority authority = Sound.twice(() -> WhoisRecord.read(NL, new Authority.Evidence("whois.iana.org", Instant.EPOCH, "", raw)));
        Sound.line(Agreement.words(authority));
        if (!(authority instanceof Authority.Known known)) return;
        Sound.address(known.admin());
        Sound.line(known.name());
        Sound.line(known.organisation());
        List<String> lines = read(raw);
        assertTrue(lines.stream().anyMatch(line -> field(line, "source").equals("IANA")), "not IANA's, or cut short");
        assertTrue(lines.stream().anyMatch(line -> Tld.parse(field(line, "domain")).filter(NL::equals).isPresent() || Tld.parse(field(line, "domain-ace")).filter(NL::equals).isPresent()), "a record of another ccTLD");
        assertEquals(List.of(known.admin()), mails(lines, "administrative"), "not the one address of the admin contact");
        known.technical().ifPresent(technical -> assertEquals(List.of(technical), mails(lines, "technical"), "not the one address of the technical contact"));
    }

    /// The lines up to the end of IANA's own part.
    private static List<String> read(String raw) {
        List<String> lines = new ArrayList<>();
        for (String line : raw.split("\n")) {
            lines.add(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("source:")) break;
        }
        return lines;
    }

    /// Every address in a block of this contact.
    private static List<Address> mails(List<String> lines, String role) {
        List<Address> mails = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.isBlank()) inside = false;
            if (line.toLowerCase(Locale.ROOT).startsWith("contact:")) inside = field(line, "contact").equalsIgnoreCase(role);
            if (inside && !field(line, "e-mail").isEmpty()) mails.add(Address.parse(field(line, "e-mail")).orElseThrow());
        }
        return mails;
    }

    private static String field(String line, String name) {
        boolean is = line.length() > name.length() && line.substring(0, name.length()).equalsIgnoreCase(name) && line.charAt(name.length()) == ':';
        return is ? line.substring(name.length() + 1).replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip() : "";
    }
}
