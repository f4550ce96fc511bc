package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Mail;
import tldops.core.Request;

/// Every mail of src/test/mail reads as the file beside it says: only the lines that it has are compared.
class SpecimensTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("tldops.mail.Specimen#all")
    void eachSpecimenReadsAsTheFileBesideItSays(Specimen specimen) {
        Map<String, String> expected = lines(specimen.expected());

        Map<String, String> read = told(specimen.reading());

        read.keySet().retainAll(expected.keySet());
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void thereAreSpecimensOfEveryKind() {
        Map<String, Long> kinds = Specimen.all().collect(Collectors.groupingBy(specimen -> specimen.file().getParent().getFileName().toString(), Collectors.counting()));

        assertThat(kinds).containsKeys("verdicts", "bounces", "not-bounces", "machines", "broken");
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(180);
    }

    private static Map<String, String> lines(String expected) {
        Map<String, String> lines = new LinkedHashMap<>();
        String[] head = expected.split("(?m)^written:", 2);
        for (String line : head[0].split("\n")) if (!line.isBlank()) lines.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
        if (head.length > 1) lines.put("written", head[1].strip());
        return lines;
    }

    private static Map<String, String> told(Reading reading) {
        Mail mail = reading.mail();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("from", mail.from().map(Address::toString).orElse("-"));
        told.put("redirected", mail.redirectedBy().map(Address::toString).orElse(""));
        told.put("messageid", mail.messageId());
        told.put("visible", mail.visible().stream().map(Address::toString).collect(Collectors.joining(" ")));
        told.put("subject", mail.subject());
        told.put("request", reading.request().getClass().getSimpleName());
        told.put("words", reading.request() instanceof Request.Answered answered ? answered.words().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")) : "");
        told.put("doubtful", reading.request() instanceof Request.Answered answered && answered.doubtful() ? "yes" : "no");
        told.put("key", key(reading.request()).orElse(""));
        told.put("failed", reading.request() instanceof Request.Bounced bounced ? bounced.failed().stream().map(SpecimensTest::failure).collect(Collectors.joining(" ")) : "");
        told.put("cause", reading.request() instanceof Request.Bounced bounced ? bounced.failed().stream().map(failure -> failure.cause().name()).distinct().collect(Collectors.joining(" ")) : "");
        told.put("about", reading.request() instanceof Request.Bounced bounced ? bounced.about() : "");
        told.put("unwanted", reading.request() instanceof Request.Complained complained && complained.unwanted() ? "yes" : "no");
        told.put("until", reading.request() instanceof Request.Automatic automatic ? automatic.until().map(Object::toString).orElse("") : "");
        told.put("autokey", reading.request() instanceof Request.Automatic automatic ? automatic.key().orElse("") : "");
        told.put("tokens", mail.bearers().stream().map(bearer -> bearer.place().name()).collect(Collectors.joining(" ")));
        told.put("written", mail.text().strip());
        return told;
    }

    private static Optional<String> key(Request request) {
        return switch (request) {
            case Request.Bounced bounced -> bounced.key();
            case Request.Complained complained -> complained.key();
            default -> Optional.empty();
        };
    }

    private static String failure(Request.Failure failure) {
        return failure.recipient().map(Address::toString).orElse("?") + "/" + failure.status();
    }
}
