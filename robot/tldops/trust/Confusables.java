package tldops.trust;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/// What a text looks like: texts of one skeleton can be taken for one another (UTS 39 4, MAIL_RULES 8). Made for names of
/// domains and for local parts, so that case makes no difference.
public final class Confusables {
    private Confusables() {}

    /// Unicode's tables, which are large: loaded when the first text comes that is not plain ASCII.
    private static final class Tables {
        private static final SpoofChecker CHECKER = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    }

    /// Depends on the text alone. Not for reading.
    public static String skeleton(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) if (lower.charAt(i) >= 0x80) return unicode(lower);
        return ascii(lower);
    }

    static String unicode(String lower) {
        return Tables.CHECKER.getSkeleton(lower).toLowerCase(Locale.ROOT);
    }

    /// The same for what stands in addresses, without the tables.
    private static String ascii(String lower) {
        return lower.replace("m", "rn").replace('0', 'o').replace('1', 'l').replace('|', 'l').replace("%", "\u00b0/\u2080");
    }
}
