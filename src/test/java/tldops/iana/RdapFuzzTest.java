package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/// An answer of RDAP, or what somebody sends in its place (RFC 9083, IANA_DATA 2): a contact of it stands in it, as an e-mail
/// of the one who has that role; and on RDAP alone only the one address of a whole record counts.
class RdapFuzzTest {
    private static final Tld NL = Tld.of("nl");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Authority SILENT = new Authority.Unreachable("no answer");

    static Stream<byte[]> specimens() {
        return Stream.of(RdapRecords.of(NL, "admin@registry.example"), RdapRecords.of(NL), RdapRecords.of(NL, "a@registry.example", "mailto:B@registry.example"), RdapRecords.notThere(), RdapRecords.notAssigned(NL),
                        "{\"objectClassName\":\"domain\",\"ldhName\":\"NL.\",\"entities\":{\"roles\":\"administrative\",\"vcardArray\":[\"vcard\",[[\"email\",{},\"text\",[\"kim@registry.example\"]]]],\"entities\":[{\"roles\":[\"technical\"]}]}}", "[]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void answer(byte[] bytes) throws IOException {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        Authority.Evidence evidence = new Authority.Evidence("https://rdap.iana.org/domain/nl", Instant.EPOCH, "", raw);
        Sound.line(Agreement.says(NL, evidence));
        RdapRecord record;
        try {
            record = Sound.twice(() -> read(raw));
        } catch (UncheckedIOException garbage) {
            Sound.line(garbage.getCause().getMessage());
            return;
        }
        Authority alone = Agreement.of(record, evidence, SILENT);
        List<String> mails = record.there() ? mails(JSON.readTree(raw), "administrative") : List.of();
        // what is longer than any address is cut, and is none
        record.admin().mails().stream().filter(mail -> Address.parse(mail).isPresent()).forEach(mail -> assertTrue(mails.contains(mail), () -> mail + " is no e-mail of the admin contact"));
        mails.stream().filter(mail -> Address.parse(mail).isPresent()).forEach(mail -> assertTrue(record.admin().mails().stream().anyMatch(mail::equalsIgnoreCase), () -> mail + " of the admin contact was lost"));
        Sound.line(record.admin().name());
        Sound.line(record.organisation());
        record.changed().ifPresent(Sound::line);
        if (!(alone instanceof Authority.Known known)) return;
        Sound.address(known.admin());
        assertEquals(1, mails.stream().map(mail -> mail.toLowerCase(Locale.ROOT)).distinct().count(), "one of several addresses was chosen");
        assertTrue(Tld.parse(JSON.readTree(raw).path("ldhName").asText().replaceAll("\\.$", "")).filter(NL::equals).isPresent(), "a record of another ccTLD");
    }

    private static RdapRecord read(String raw) {
        try {
            return RdapRecord.read(NL, raw);
        } catch (IOException garbage) {
            throw new UncheckedIOException(garbage);
        }
    }

    /// Every e-mail of those who have this role and stand right below the domain.
    private static List<String> mails(JsonNode record, String role) {
        List<String> mails = new ArrayList<>();
        for (JsonNode entity : all(record.path("entities"))) {
            if (all(entity.path("roles")).stream().noneMatch(one -> one.asText().equalsIgnoreCase(role))) continue;
            for (JsonNode property : all(entity.path("vcardArray").path(1))) {
                if (!property.isArray() || !property.path(0).asText().equalsIgnoreCase("email")) continue;
                for (int i = 3; i < property.size(); i++) all(property.get(i)).forEach(value -> mails.add(value.asText().replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip()));
            }
        }
        return mails.stream().filter(mail -> !mail.isEmpty()).map(mail -> mail.replaceFirst("(?i)^mailto:", "")).toList();
    }

    private static List<JsonNode> all(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) node.forEach(all::add);
        else if (!node.isMissingNode() && !node.isNull()) all.add(node);
        return all;
    }
}
