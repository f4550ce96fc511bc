package tldops.conversations;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tldops.core.Address;

/// Makes the mail that a `mail` block describes. Its header lines go out as written, but for these shorthands:
/// `Authenticated: yes|failed|unknown|reject` (what our own mail exchanger found; reject: it passed, and its domain wants what does not refused; unknown: the DNS did not answer it), `Answers: <letter>` (To, Subject and In-Reply-To
/// of an answer to it), `Sealed: <selector> <domain>` (DKIM, by the key of [Sealed]), `Client: <address> <HELO>` (who brings it), `Return-Path:` and `Delivered-To:` (the envelope), `file: <specimen>` (the bytes of a file),
/// `Signed: smime <address>` (its text, see [Signers]), `Altered: deny -> confirm` (what somebody did to it on its way).
final class Incoming {
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final Sent sent;
    private final Predicate<Address> ours;
    private final String authserv;

    /// @param sent the letters so far
    /// @param ours addresses of the robot: they are where a mail is delivered to
    /// @param authserv the authserv-id that the trusted door believes
    Incoming(Sent sent, Predicate<Address> ours, String authserv) {
        this.sent = sent;
        this.ours = ours;
        this.authserv = authserv;
    }

    /// @param id makes the Message-ID of a mail that names none
    Act.Mailed of(List<String> body, Instant now, String id) throws IOException {
        int gap = 0;
        LinkedHashMap<String, String> headers = new LinkedHashMap<>();
        for (; gap < body.size() && !body.get(gap).isBlank(); gap++) {
            String line = body.get(gap);
            if (line.startsWith(" ") || line.startsWith("\t")) {
                Map.Entry<String, String> last = headers.lastEntry();
                headers.put(last.getKey(), last.getValue() + "\r\n" + line);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) throw new IllegalArgumentException("no header line: " + line);
            headers.put(line.substring(0, colon), sent.filled(line.substring(colon + 1).strip()));
        }
        answering(headers);
        Optional<String> file = Optional.ofNullable(headers.remove("file"));
        Optional<String> authenticated = Optional.ofNullable(headers.remove("Authenticated")).filter(word -> !word.equals("no"));
        Optional<String> signer = Optional.ofNullable(headers.remove("Signed"));
        Optional<String> altered = Optional.ofNullable(headers.remove("Altered"));
        String from = address(headers.getOrDefault("From", ""));
        String reverse = Optional.ofNullable(headers.remove("Return-Path")).orElse(from);
        List<Address> recipients = recipients(headers);
        headers.remove("Delivered-To");
        Optional<String> sealed = Optional.ofNullable(headers.remove("Sealed"));
        String[] client = Optional.ofNullable(headers.remove("Client")).orElse("127.0.0.1 mail.example").split(" ");
        byte[] raw = file.isPresent() ? wired(Files.readAllBytes(Path.of(file.get()))) : raw(headers, text(body, gap), authenticated.map(word -> results(word, from)), now, id);
        if (signer.isPresent()) raw = Signers.signed(signer.get(), raw, now);
        if (sealed.isPresent()) raw = Sealed.signed(raw, sealed.get());
        if (altered.isPresent()) raw = new String(raw, StandardCharsets.UTF_8).replace(altered.get().split(" -> ")[0], altered.get().split(" -> ")[1]).getBytes(StandardCharsets.UTF_8);
        return new Act.Mailed(raw, Address.parse(reverse.replaceAll("[<>]", "")), recipients, authenticated.isPresent()).from(client[0], client[1]);
    }

    /// A mail that lies with the line ends of this machine, as it comes over the wire.
    private static byte[] wired(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("\r\n") ? file : text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void answering(Map<String, String> headers) {
        String which = headers.remove("Answers");
        if (which == null) return;
        Posted letter = sent.answerable(which);
        headers.putIfAbsent("To", sent.filled("{reply " + which + "}"));
        headers.putIfAbsent("Subject", "RE: " + letter.header("Subject"));
        headers.putIfAbsent("In-Reply-To", letter.header("Message-ID"));
    }

    private List<String> text(List<String> body, int gap) {
        List<String> text = new ArrayList<>();
        for (String line : body.subList(Math.min(gap + 1, body.size()), body.size())) text.addAll(sent.lines(line));
        return text;
    }

    private byte[] raw(Map<String, String> headers, List<String> text, Optional<String> results, Instant now, String id) {
        StringBuilder mail = new StringBuilder();
        results.ifPresent(value -> {
            field(mail, "Authentication-Results", value);
            field(mail, "Received", "from mail.example by " + authserv + " with ESMTP; " + DATE.format(now.atOffset(ZoneOffset.UTC)));
        });
        headers.forEach((name, value) -> field(mail, name, encoded(name, value)));
        if (!headers.containsKey("Date")) field(mail, "Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        if (!headers.containsKey("Message-ID")) field(mail, "Message-ID", "<" + id + "@mail.example>");
        field(mail, "MIME-Version", "1.0");
        if (!headers.containsKey("Content-Type")) {
            field(mail, "Content-Type", "text/plain; charset=utf-8");
            field(mail, "Content-Transfer-Encoding", "8bit");
        }
        mail.append("\r\n");
        for (String line : text) mail.append(line).append("\r\n");
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append("\r\n");
    }

    private String results(String word, String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1);
        return switch (word) {
            case "yes" -> authserv + "; dkim=pass header.d=" + domain + "; dmarc=pass (p=none) header.from=" + domain;
            case "reject" -> authserv + "; dkim=pass header.d=" + domain + "; dmarc=pass (p=REJECT dis=NONE) header.from=" + domain;
            case "failed" -> authserv + "; dkim=none; spf=fail smtp.mailfrom=" + domain + "; dmarc=fail header.from=" + domain;
            case "unknown" -> authserv + "; dkim=temperror header.d=" + domain + "; spf=temperror smtp.mailfrom=" + domain + "; dmarc=temperror header.from=" + domain;
            default -> throw new IllegalArgumentException("Authenticated: yes, no, failed or unknown, not " + word);
        };
    }

    private static String encoded(String name, String value) {
        if (value.chars().allMatch(c -> c < 128)) return value;
        try {
            if (!List.of("From", "To", "Cc", "Reply-To", "Sender").contains(name)) return MimeUtility.encodeText(value, "UTF-8", "B");
            InternetAddress[] all = InternetAddress.parseHeader(value, false);
            for (InternetAddress one : all) one.setPersonal(one.getPersonal(), "UTF-8");
            return InternetAddress.toString(all);
        } catch (UnsupportedEncodingException | AddressException unreadable) {
            throw new IllegalArgumentException("no address line: " + value, unreadable);
        }
    }

    private static String address(String value) {
        try {
            InternetAddress[] all = InternetAddress.parseHeader(value, false);
            return all.length == 0 ? "" : all[0].getAddress();
        } catch (AddressException unreadable) {
            return "";
        }
    }

    private List<Address> recipients(Map<String, String> headers) {
        List<Address> found = new ArrayList<>();
        boolean said = headers.containsKey("Delivered-To");
        for (String name : said ? List.of("Delivered-To") : List.of("To", "Cc")) {
            for (String part : headers.getOrDefault(name, "").split(",")) {
                Address.parse(address(part)).filter(ours).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) throw new IllegalArgumentException("the mail is not addressed to the robot");
        return found;
    }
}
