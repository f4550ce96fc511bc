package tldops.conversations;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A letter of the robot as it left: read from its very bytes, whoever sent them.
///
/// @param envelope its reverse-path, "" for `<>`
/// @param recipients where the envelope went
/// @param headers those that matter, in the order of a golden block, unencoded
record Posted(String envelope, List<String> recipients, Map<String, String> headers, List<String> text) {
    /// 26 letters of the alphabet of tokens: whatever chance made, it reads the same in each story.
    private static final Pattern SECRET = Pattern.compile("(?<![0-9A-Za-z])[0-9abcdefghjkmnpqrstvwxyz]{26}(?![0-9A-Za-z])");
    private static final Session SESSION = Session.getInstance(new Properties());

    /// Behind it an address: where the bounce of its copy goes.
    static final String ENVELOPE_OF = "Envelope-Of ";

    /// Headers of a golden block; the others are shown where a story names them.
    static final List<String> USUAL = List.of("From", "To", "Cc", "Subject", "Envelope");

    static Posted read(String envelope, List<String> recipients, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Map<String, String> headers = new LinkedHashMap<>();
            InternetAddress from = (InternetAddress) message.getFrom()[0];
            headers.put("From", Optional.ofNullable(from.getPersonal()).orElse(from.getAddress()));
            headers.put("To", addresses(message, "To"));
            headers.put("Cc", addresses(message, "Cc"));
            headers.put("Subject", Optional.ofNullable(message.getSubject()).orElse(""));
            headers.put("Envelope", envelope.isEmpty() ? "<>" : envelope.replaceFirst("\\+.*@", "+...@"));
            headers.put("Recipients", String.join(", ", recipients.stream().sorted().toList()));
            headers.put("Sent-From", from.getAddress());
            for (String name : List.of("Reply-To", "Auto-Submitted", "In-Reply-To", "References", "Message-ID", "Precedence", "Content-Language", "List-Id", "List-Post", "List-Help", "List-Owner", "List-Subscribe", "List-Unsubscribe", "X-TLP", "X-Archive", "X-Original-From", "Sender", "Disposition-Notification-To", "Bcc", "Return-Path", "Authentication-Results", "X-TLD-OPS-Robot", "DKIM-Signature", "Content-Type", "X-Auto-Response-Suppress")) {
                headers.put(name, Optional.ofNullable(message.getHeader(name, ", ")).orElse(""));
            }
            if (recipients.size() == 1) headers.put(ENVELOPE_OF + recipients.getFirst(), envelope);
            if (recipients.size() > 1 || headers.get("To").startsWith("tld-ops@")) headers.put("Copies-To", String.join(", ", recipients.stream().sorted().toList()));
            return new Posted(envelope, recipients, headers, plain(message).orElse("").stripTrailing().lines().toList());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("the robot sent what nobody can read", unreadable);
        }
    }

    private static String addresses(MimeMessage message, String field) throws MessagingException {
        String value = message.getHeader(field, ", ");
        if (value == null) return "";
        return String.join(", ", Arrays.stream(InternetAddress.parse(value)).map(InternetAddress::getAddress).toList());
    }

    private static Optional<String> plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) return Optional.of(((String) part.getContent()).replace("\r\n", "\n"));
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> found = plain(child);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    /// A copy of the same mail of the list for another subscriber.
    boolean isCopyOf(Posted other) {
        return !header("List-Id").isEmpty() && header("Message-ID").equals(other.header("Message-ID"));
    }

    /// This copy and that as the one mail they are.
    Posted with(Posted copy) {
        List<String> all = Stream.concat(recipients.stream(), copy.recipients.stream()).sorted().toList();
        Map<String, String> both = new LinkedHashMap<>(headers);
        both.put("Recipients", String.join(", ", all));
        copy.headers.forEach((name, value) -> {
            if (name.startsWith(ENVELOPE_OF)) both.put(name, value);
        });
        if (both.containsKey("Copies-To")) both.put("Copies-To", String.join(", ", all));
        return new Posted(envelope, all, both, text);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isTo(String address) {
        return Arrays.stream(header("To").split(", ")).anyMatch(address::equalsIgnoreCase);
    }

    /// The secret in its Reply-To.
    Optional<String> token() {
        Matcher secret = SECRET.matcher(header("Reply-To"));
        return secret.find() ? Optional.of(secret.group()) : Optional.empty();
    }

    /// The first secret of its text that is not the token: a password, say.
    Optional<String> secret() {
        String token = token().orElse("");
        return SECRET.matcher(String.join("\n", text)).results().map(found -> found.group()).filter(found -> !found.equals(token)).findFirst();
    }

    /// The text as a golden block shows it: secrets blanked.
    List<String> shown() {
        return text.stream().map(Posted::blanked).map(String::stripTrailing).toList();
    }

    static String blanked(String text) {
        return SECRET.matcher(text).replaceAll("{token}");
    }

    /// The whole letter as lines of a golden block.
    ///
    /// @param more headers that the story wants to see beside the usual ones
    List<String> lines(List<String> more) {
        List<String> lines = new ArrayList<>(headerLines(more));
        lines.add("");
        lines.addAll(shown());
        return lines;
    }

    List<String> headerLines(List<String> more) {
        List<String> lines = new ArrayList<>();
        for (String name : USUAL) if (!header(name).isEmpty() || name.equals("Subject")) lines.add((name + ": " + blanked(header(name))).stripTrailing());
        for (String name : more) if (!USUAL.contains(name)) lines.add((name + ": " + blanked(header(name))).stripTrailing());
        return lines;
    }
}
