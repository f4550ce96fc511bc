package tldops.core;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address we can write to: ASCII dot-atom at a host name (MAIL_RULES 30).
///
/// Two addresses are equal when domain (as A-label) and local part agree without regard to case
/// (MAIL_RULES 8, IANA_DATA 1); the spelling of the local part is kept for sending.
public record Address(String local, String domain) implements Comparable<Address> {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /// Reads `local@domain`; empty when it is not an address we would ever write to. A U-label domain becomes its
    /// A-label; a trailing dot, quoting, routes, groups and non-ASCII local parts are refused.
    public static Optional<Address> parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at > 64 || trimmed.length() > 254) return Optional.empty();
        String local = trimmed.substring(0, at);
        if (!LOCAL.matcher(local).matches()) return Optional.empty();
        return domain(trimmed.substring(at + 1)).map(domain -> new Address(local, domain));
    }

    /// The same as [#parse] for an address that is known to be good (configuration, tests).
    ///
    /// @throws IllegalArgumentException when it is not
    public static Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address: " + text));
    }

    /// The other way from [#key], with no look at what it is made of.
    static Address ofKey(String key) {
        int at = key.lastIndexOf('@');
        return new Address(key.substring(0, at), key.substring(at + 1));
    }

    private static Optional<String> domain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// The form for comparing and for keys.
    public String key() {
        return lower() + "@" + domain;
    }

    /// The address without its `+tag`.
    public Address untagged() {
        int plus = local.indexOf('+');
        return plus > 0 ? new Address(local.substring(0, plus), domain) : this;
    }

    /// What stands behind the first `+` of the local part.
    public Optional<String> tag() {
        int plus = local.indexOf('+');
        return plus > 0 ? Optional.of(local.substring(plus + 1)) : Optional.empty();
    }

    /// With the U-label beside the A-label (MAIL_RULES 31): `jo@nic.example`, `jo@xn--bcher-kva.example (bücher.example)`.
    public String exact() {
        return local + "@" + exact(domain);
    }

    static String exact(String domain) {
        return domain.startsWith("xn--") || domain.contains(".xn--") ? domain + " (" + Clean.header(IDN.toUnicode(domain)) + ")" : domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && domain.equals(that.domain) && local.equalsIgnoreCase(that.local);
    }

    @Override
    public int hashCode() {
        return 31 * lower().hashCode() + domain.hashCode();
    }

    /// What is lower case already, as most addresses are, is not copied.
    private String lower() {
        return local.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Address other) {
        int locals = local.compareToIgnoreCase(other.local);
        return locals != 0 ? locals : domain.compareTo(other.domain);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
