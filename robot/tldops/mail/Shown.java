package tldops.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tldops.core.Token;

/// A mail as a person is shown it: the header lines he knows from his mailer, and the text; never a secret where
/// [#masked] was called (MAIL_RULES 33).
///
/// @param from as written, decoded; "" where there is none, as for the others
public record Shown(String from, String to, String cc, String replyTo, String subject, String text) {
    private static final int MOST = 64 * 1024;
    private static final String MASK = "***";
    private static final Pattern TOKEN = Pattern.compile("(?i)(?<![0-9a-z])[0-9a-z]{" + Token.LENGTH + "}(?![0-9a-z])");
    /// `who PASSWORD` alone on a line, ccTLDs behind it or not.
    private static final Pattern PASSWORD = Pattern.compile("(?imu)^([ >]*(?:who|qui|qui[eé]n|кто|谁|誰|من) +)(?![.<])[^\\s]{3,}((?: +[.][^\\s]+)* *)$");

    public static Shown of(byte[] raw) {
        Part mail = Part.parse(raw).root();
        Headers headers = mail.headers();
        return new Shown(field(headers, "From"), field(headers, "To"), field(headers, "Cc"), field(headers, "Reply-To"), field(headers, "Subject"), Decoded.text(Texts.of(mail).plain(), MOST));
    }

    private static String field(Headers headers, String name) {
        return headers.first(name).map(Decoded::header).orElse("");
    }

    /// Without tokens and passwords.
    public Shown masked() {
        return new Shown(masked(from), masked(to), masked(cc), masked(replyTo), masked(subject), masked(text));
    }

    private static String masked(String text) {
        return PASSWORD.matcher(TOKEN.matcher(text).replaceAll(MASK)).replaceAll("$1" + MASK + "$2");
    }

    /// The whole of it: header lines that are there, an empty line, the text.
    public String page() {
        String header = List.of(Map.entry("From", from), Map.entry("To", to), Map.entry("Cc", cc), Map.entry("Reply-To", replyTo), Map.entry("Subject", subject)).stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n"));
        return header + "\n\n" + text.stripTrailing() + "\n";
    }
}
