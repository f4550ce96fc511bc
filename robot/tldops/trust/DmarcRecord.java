package tldops.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a domain publishes at `_dmarc` (RFC 9989 4.7, 4.8). Tags that nobody knows and values that are none are passed over; a
/// tag that stands twice makes the whole record no record.
///
/// @param domain where it stands, without `_dmarc`
/// @param p for the domain itself
/// @param sp for those below it; empty = p
/// @param np for those below it that do not exist; empty = sp
/// @param psd whether the domain is one below which strangers register
/// @param testing `t=y`: the domain only tries its policy
record DmarcRecord(String domain, Wish p, Optional<Wish> sp, Optional<Wish> np, boolean strictDkim, boolean strictSpf, Psd psd, boolean testing) {
    enum Wish { NONE, QUARANTINE, REJECT }

    enum Psd { YES, NO, UNKNOWN }

    /// The one record among the texts of a name; several are none (RFC 9989 4.10).
    static Optional<DmarcRecord> only(String domain, List<String> texts) {
        List<DmarcRecord> found = texts.stream().filter(DmarcRecord::claims).flatMap(text -> read(domain, text).stream()).toList();
        long claimed = texts.stream().filter(DmarcRecord::claims).count();
        return claimed == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean claims(String text) {
        return text.split(";", 2)[0].matches("[ \t]*[vV][ \t]*=[ \t]*DMARC1[ \t]*");
    }

    /// Empty when it is no record of this version, or breaks its grammar.
    static Optional<DmarcRecord> read(String domain, String text) {
        if (!claims(text)) return Optional.empty();
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";")) {
            int equals = tag.indexOf('=');
            if (equals < 0) continue;
            String name = bare(tag.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (tags.putIfAbsent(name, bare(tag.substring(equals + 1)).toLowerCase(Locale.ROOT)) != null) return Optional.empty();
        }
        Psd psd = switch (tags.getOrDefault("psd", "u")) {
            case "y" -> Psd.YES;
            case "n" -> Psd.NO;
            default -> Psd.UNKNOWN;
        };
        return Optional.of(new DmarcRecord(domain, wish(tags, "p").orElse(Wish.NONE), wish(tags, "sp"), wish(tags, "np"), "s".equals(tags.get("adkim")), "s".equals(tags.get("aspf")), psd,
                "y".equals(tags.get("t"))));
    }

    /// Without blanks and tabs, which are all that the grammar knows (RFC 9989 4.8).
    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) from++;
        while (to > from && blank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean blank(char one) {
        return one == ' ' || one == '\t';
    }

    private static Optional<Wish> wish(Map<String, String> tags, String name) {
        return switch (tags.getOrDefault(name, "")) {
            case "none" -> Optional.of(Wish.NONE);
            case "quarantine" -> Optional.of(Wish.QUARANTINE);
            case "reject" -> Optional.of(Wish.REJECT);
            default -> Optional.empty();
        };
    }

    /// What is wanted for mail of a domain here or below.
    ///
    /// @param exists whether that domain is there at all
    Wish wanted(String author, boolean exists) {
        if (author.equals(domain)) return p;
        return (exists ? sp : np.or(() -> sp)).orElse(p);
    }
}
