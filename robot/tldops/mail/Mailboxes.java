package tldops.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Clean;

/// Reads address fields. A From counts only when there is exactly one, with one plain mailbox, on which every reader
/// would agree (MAIL_RULES 6, 7): no group, route, quoted local part, trick with comments or a second address.
final class Mailboxes {
    static final int MAX = 100;
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern LOOKS = Pattern.compile("[^\\s<>\"(),:;]+@[^\\s<>\"(),:;]+");

    private Mailboxes() {}

    /// The one mailbox of a field that may stand once with one mailbox: From, Resent-From.
    static Optional<Address> only(Headers headers, String field) {
        List<String> values = headers.all(field);
        return values.size() == 1 ? mailbox(values.getFirst()) : Optional.empty();
    }

    private static Optional<Address> mailbox(String value) {
        if (value.length() > 2000 || value.chars().anyMatch(c -> (c < 32 && c != '\t') || c == 127)) return Optional.empty();
        try {
            InternetAddress[] all = InternetAddress.parse(value, true);
            if (all.length != 1 || all[0].isGroup()) return Optional.empty();
            return Address.parse(all[0].getAddress()).filter(address -> !address.local().contains("=?") && alone(value, address));
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether outside of quotes nothing else looks like an address, and there is at most one pair of brackets.
    private static boolean alone(String value, Address address) {
        String open = QUOTED.matcher(value).replaceAll(" ");
        if (open.indexOf('<') != open.lastIndexOf('<') || open.indexOf('>') != open.lastIndexOf('>')) return false;
        Matcher others = LOOKS.matcher(open);
        while (others.find()) if (Address.parse(others.group()).filter(address::equals).isEmpty()) return false;
        return true;
    }

    /// What in From a reader would take for the sender's address beside the one that counts: in a display name or comment,
    /// encoded or not, with full-width or foreign letters (MAIL_RULES 7, 8). At most five, in lower case.
    static List<String> shown(Headers headers, Optional<Address> from) {
        List<String> shown = new ArrayList<>();
        for (String value : headers.all("From").stream().limit(3).toList()) {
            String read = Decoded.whole(value.substring(0, Math.min(value.length(), 2000))).orElse(value.substring(0, Math.min(value.length(), 2000)));
            Matcher looks = LOOKS.matcher(Normalizer.normalize(Clean.line(read, 2000), Normalizer.Form.NFKC));
            while (looks.find() && shown.size() < 5) {
                String one = Clean.header(looks.group().toLowerCase(Locale.ROOT));
                if (!shown.contains(one) && (from.isEmpty() || !Address.parse(one).equals(from))) shown.add(one);
            }
        }
        return List.copyOf(shown);
    }

    /// The addresses in all fields of these names, groups opened; what cannot be read is left out.
    static List<Address> all(Headers headers, String... fields) {
        List<Address> found = new ArrayList<>();
        for (String field : fields) {
            int before = found.size();
            for (String value : headers.all(field)) {
                if (value.length() > 64 * 1024) continue;
                parsed(value).map(Address::parse).flatMap(Optional::stream).filter(address -> !found.contains(address)).limit(MAX - Math.min(MAX, found.size() - before)).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Stream<String> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false)).limit(MAX).flatMap(Mailboxes::members).map(InternetAddress::getAddress).limit(MAX);
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<InternetAddress> members(InternetAddress address) {
        if (!address.isGroup()) return address.getAddress() == null ? Stream.empty() : Stream.of(address);
        try {
            InternetAddress[] members = address.getGroup(false);
            return members == null ? Stream.empty() : Arrays.stream(members).filter(member -> member.getAddress() != null);
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }
}
