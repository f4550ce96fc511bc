package tldops.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Bearer;
import tldops.core.Envelope;
import tldops.core.Marks;
import tldops.core.Rules;
import tldops.core.Token;

/// Finds the secrets that a mail brings back: in the address it was sent to and on reference lines of its text, and
/// nowhere else (MAIL_RULES 12, 16; L29). Whether one is valid is for the core to say.
final class Tokens {
    private static final int MAX = 20;
    private static final String WORDS = Marks.REFERENCES.stream().map(mark -> mark.replace(":", "").strip()).distinct().map(Pattern::quote).collect(Collectors.joining("|"));
    private static final Pattern LINE = Pattern.compile("[\\s>＞»|*_]*+(?:" + WORDS + ")[\\s*_]*+[:：][\\s*_]*+(\\S*).*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FRAME = Pattern.compile("^[\\s>＞»|*_<\"'\\[(]+|[\\s*_>.,;\"'\\])]+$");

    private Tokens() {}

    static List<Bearer> all(Envelope envelope, Headers headers, NewText text, Rules.MailingList own) {
        List<Bearer> found = new ArrayList<>();
        List<Address> shown = Mailboxes.all(headers, "To", "Cc", "Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To");
        Stream.concat(envelope.recipients().stream(), shown.stream())
                .filter(address -> own.owns(address) && address.untagged().local().toLowerCase(Locale.ROOT).endsWith("-request"))
                .forEach(address -> address.tag().flatMap(Token::parse).ifPresent(token -> add(found, token, Bearer.Place.ADDRESS)));
        lines(found, text.written() + "\n" + text.signature(), Bearer.Place.NEW_TEXT);
        lines(found, text.quoted(), Bearer.Place.QUOTED);
        return List.copyOf(found);
    }

    private static void lines(List<Bearer> found, String text, Bearer.Place place) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > 300) continue;
            Matcher line = LINE.matcher(lines[i]);
            if (!line.matches()) continue;
            String word = line.group(1).isEmpty() && i + 1 < lines.length ? lines[i + 1] : line.group(1);
            read(word).ifPresent(token -> add(found, token, place));
        }
    }

    private static Optional<Token> read(String word) {
        return word.length() > 100 ? Optional.empty() : Token.parse(FRAME.matcher(word).replaceAll(""));
    }

    private static void add(List<Bearer> found, Token token, Bearer.Place place) {
        Bearer bearer = new Bearer(token, place);
        if (found.size() < MAX && !found.contains(bearer)) found.add(bearer);
    }
}
