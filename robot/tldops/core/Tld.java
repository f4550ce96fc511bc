package tldops.core;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a ccTLD, kept as its A-label in lower case without a dot: `nl`, `xn--fiqs8s`.
/// Whether it exists is for [Rules#ccTlds] to say.
public record Tld(String label) implements Comparable<Tld> {
    private static final Pattern LABEL = Pattern.compile("[a-z]{2}|xn--[a-z0-9-]{1,59}");

    /// Reads `.nl`, `NL`, `.中国`, `xn--fiqs8s`; empty when it cannot name a ccTLD.
    public static Optional<Tld> parse(String text) {
        String bare = text.strip().replaceAll("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]", "");
        while (bare.startsWith(".") || bare.startsWith("。")) bare = bare.substring(1);
        try {
            String label = IDN.toASCII(bare).toLowerCase(Locale.ROOT);
            return LABEL.matcher(label).matches() ? Optional.of(new Tld(label)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// The same as [#parse] for a name known to be good.
    ///
    /// @throws IllegalArgumentException when it is not
    public static Tld of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a ccTLD: " + text));
    }

    /// As people write it: `.nl`, `.中国` (R100).
    public String display() {
        return "." + (label.startsWith("xn--") ? IDN.toUnicode(label) : label);
    }

    /// With the A-label beside a U-label (MAIL_RULES 31): `.nl`, `.中国 (xn--fiqs8s)`.
    public String exact() {
        return label.startsWith("xn--") ? display() + " (" + label + ")" : display();
    }

    @Override
    public int compareTo(Tld other) {
        return label.compareTo(other.label);
    }

    @Override
    public String toString() {
        return display();
    }
}
