package tldops.trust;

import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tldops.mail.Header;

/// Where in a mail's header our own servers end: the first Received line that our border wrote (MAIL_RULES 1). What
/// stands below it came from outside and may be forged.
final class Border {
    private Border() {}

    /// The index of that line; empty when there is none. Without configured hosts it is the first Received line of all.
    /// A Received line above it that cannot be read could be the border's, so then nothing is trusted.
    static OptionalInt in(List<Header> headers, Set<String> hosts) {
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).name().equalsIgnoreCase("Received")) continue;
            if (hosts.isEmpty()) return OptionalInt.of(i);
            Optional<String> by = by(headers.get(i).value());
            if (by.isEmpty()) return OptionalInt.empty();
            if (hosts.contains(by.get())) return OptionalInt.of(i);
        }
        return OptionalInt.empty();
    }

    /// Whether the topmost field is a Received line that this host wrote.
    static boolean wrote(List<Header> headers, String host) {
        return !headers.isEmpty() && headers.getFirst().name().equalsIgnoreCase("Received") && by(headers.getFirst().value()).filter(host(host)::equals).isPresent();
    }

    /// The host that wrote a Received line, by the place of its words (RFC 5321 4.4): the name in the greeting is the
    /// stranger's choice and may be `by`.
    private static Optional<String> by(String received) {
        FieldText field = new FieldText(received);
        try {
            field.skip();
            String word = field.word();
            if (word.equalsIgnoreCase("from")) {
                field.skip();
                field.word();
                field.skip();
                word = field.word();
            }
            field.skip();
            return word.equalsIgnoreCase("by") ? Optional.of(host(field.word())) : Optional.empty();
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    static String host(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
