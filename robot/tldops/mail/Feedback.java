package tldops.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Request;
import tldops.core.Rules;

/// Reads what mail programs and servers report of mail that came from us: abuse reports (ARF, RFC 5965) and reports of failed
/// authentication (RFC 6591, 9991). Which letter it was tells our own bounce address, in the report or in what it returns.
final class Feedback {
    private static final Set<String> UNWANTED = Set.of("abuse", "opt-out", "opt-out-list", "fraud", "virus");

    private Feedback() {}

    /// @param key of the bounce address it came to, if it came to one
    static Request read(Part mail, Part report, Optional<String> key, Rules.MailingList own) {
        byte[] content = report.content();
        Headers fields = Headers.parse(content, 0, content.length);
        Optional<String> named = key.or(() -> Stream.concat(fields.all("Original-Mail-From").stream(), returned(mail).flatMap(headers -> headers.all("Return-Path").stream()))
                .flatMap(value -> tag(value, own).stream()).findFirst());
        String type = fields.first("Feedback-Type").orElse("").replaceAll("[(;].*", "").strip().toLowerCase(Locale.ROOT);
        String by = fields.first("Reporting-MTA").or(() -> fields.first("User-Agent")).map(value -> ", by " + Clean.header(value)).orElse("");
        return new Request.Complained(named, UNWANTED.contains(type), (type.isEmpty() ? "without a type" : Clean.header(type)) + by);
    }

    private static Optional<String> tag(String path, Rules.MailingList own) {
        return Address.parse(path.replaceAll("[<>\\s]", "")).filter(address -> Bounces.isBounces(address, own)).flatMap(Address::tag);
    }

    /// The headers of the mail that a report returns, whole or not (RFC 3462, 6522, 6533).
    static Stream<Headers> returned(Part mail) {
        return mail.all().filter(part -> part.is("message/rfc822") || part.is("message/global") || part.is("text/rfc822-headers") || part.is("message/rfc822-headers")).map(part -> {
            byte[] content = part.content();
            return Headers.parse(content, 0, content.length);
        });
    }
}
