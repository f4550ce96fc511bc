package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Request;

/// Takes the secrets out of a mail that is kept for the record: tokens, and the password behind `who` (MAIL_RULES 33).
public final class Masking {
    private static final String MASK = "***";
    private static final String MASKED_BODY = "\r\n\r\n(The text of this mail held a secret in an encoded form and was not kept.)\r\n";

    /// With its folds: a command may stand in it, in encoded words, too (X08).
    private static final Pattern SUBJECT = Pattern.compile("(?imd)^(subject[ \\t]*:)[^\\n]*+(?:\\n[ \\t][^\\n]*+)*+");

    /// A field with its folds, its name apart.
    private static final Pattern FIELD = Pattern.compile("(?md)^([^\\s:][^:\\n]*:)([^\\n]*+(?:\\n[ \\t][^\\n]*+)*+)");

    /// How a line begins that may hold a password.
    private static final Pattern WHO = Pattern.compile("(?i)^\\W*(?:who|qui)\\b");
    private static final int LINES = 5_000;
    /// Of a mail with more than so many nobody looks for each.
    private static final int PASSWORDS = 50;

    private Masking() {}

    /// The bytes without secrets; the same bytes when there are none. Where a secret of the text can not be found in the
    /// bytes, because the mail is encoded, its body goes as a whole.
    public static byte[] masked(byte[] raw, Reading reading) {
        Set<String> secrets = new LinkedHashSet<>();
        reading.mail().bearers().forEach(bearer -> secrets.add(bearer.token().secret()));
        if (reading.request() instanceof Request.Post post) post.secrets().forEach(token -> secrets.add(token.secret()));
        Set<String> passwords = new LinkedHashSet<>(passwords(reading.request()));
        passwords.addAll(unread(raw, reading));
        if (secrets.isEmpty() && passwords.isEmpty()) return raw;
        String mail = new String(raw, StandardCharsets.ISO_8859_1);
        String masked = mail;
        for (String secret : secrets) masked = Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE).matcher(masked).replaceAll(MASK);
        boolean hidden = passwords.size() > PASSWORDS;
        for (String password : passwords.stream().limit(PASSWORDS).toList()) {
            String bytes = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            if (secrets.contains(password)) continue;
            if (masked.contains(bytes)) masked = masked.replace(bytes, MASK);
            else hidden = true;
        }
        String head = head(masked);
        masked = FIELD.matcher(head).replaceAll(field -> Matcher.quoteReplacement(holds(field.group(2), secrets, passwords) ? masked(field) : field.group())) + masked.substring(head.length());
        boolean encoded = Pattern.compile("(?im)^content-transfer-encoding:\\s*(base64|quoted-printable)").matcher(mail).find();
        if (hidden || encoded || readable(masked, secrets, passwords)) masked = (hidden ? SUBJECT.matcher(head(masked)).replaceAll(Masking::masked) : head(masked)) + MASKED_BODY;
        return masked.equals(mail) ? raw : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String masked(MatchResult field) {
        return field.group(1) + " " + MASK + (field.group().endsWith("\r") ? "\r" : "");
    }

    private static boolean readable(String masked, Set<String> secrets, Set<String> passwords) {
        Texts texts = Texts.of(Part.parse(masked.getBytes(StandardCharsets.ISO_8859_1)).root());
        String text = texts.plain() + "\n" + texts.html();
        return shows(masked + "\n" + text, secrets) || passwords.stream().anyMatch(text::contains);
    }

    /// As it stands, or once its encoded words are read; a field that is longer than any is read can not be looked through.
    private static boolean holds(String field, Set<String> secrets, Set<String> passwords) {
        if (field.length() > Headers.MAX_BYTES) return true;
        String one = field.replaceAll("[\\r\\n]+", "");
        if (shows(one, secrets)) return true;
        if (!one.contains("=?")) return false;
        String read = Decoded.whole(one).orElse("");
        return shows(read, secrets) || passwords.stream().anyMatch(read::contains);
    }

    /// What nobody sees between the letters of a secret hides it from a search, not from a reader: line by line, all signs but
    /// letters and digits left out.
    private static boolean shows(String text, Set<String> secrets) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z\n]+", "");
        return secrets.stream().anyMatch(bare::contains);
    }

    /// Where another wish than commands was read, or the signed part alone, the lines around it are kept, too.
    private static Set<String> unread(byte[] raw, Reading reading) {
        boolean commands = reading.request() instanceof Request.Commands || reading.request() instanceof Request.Post;
        if (commands && reading.headers().stream().noneMatch(Masking::parted)) return Set.of();
        Texts texts = Texts.of(Part.parse(raw).root());
        Set<String> passwords = new LinkedHashSet<>();
        (texts.plain() + "\n" + texts.html()).lines().limit(LINES).filter(line -> WHO.matcher(line).find()).flatMap(line -> CommandReader.who(line).stream())
                .map(Request.Command.Who.class::cast).flatMap(who -> who.password().stream()).forEach(passwords::add);
        return passwords;
    }

    private static boolean parted(Header header) {
        return header.name().equalsIgnoreCase("Content-Type") && header.value().strip().regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static Set<String> passwords(Request request) {
        Set<String> passwords = new LinkedHashSet<>();
        List<Request.Command> said = request instanceof Request.Commands commands ? commands.commands() : request instanceof Request.Post post ? post.commands() : List.of();
        if (!said.isEmpty()) {
            said.stream()
                    .map(command -> command instanceof Request.Command.Who who ? who.password() : Optional.<String>empty())
                    .flatMap(Optional::stream).forEach(passwords::add);
        }
        return passwords;
    }

    private static String head(String mail) {
        int crlf = mail.indexOf("\r\n\r\n");
        int lf = mail.indexOf("\n\n");
        int end = crlf >= 0 ? crlf : lf >= 0 ? lf : mail.length();
        return mail.substring(0, end);
    }
}
