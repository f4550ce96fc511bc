package tldops.mail;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tldops.core.Phone;

/// Reads a telephone number in any of the styles of the seeds (X10, V7). Whether the numbering plan knows it is only
/// noted: the seed's own example, +1-000-000-0000, is in no plan.
final class PhoneReader {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(\\s*0\\s*\\)");
    private static final Pattern SECOND = Pattern.compile("[;,|]|\\s/\\s|/(?=\\s*\\+)|\\b(?:or|and|et|ou|y|o)\\b|[，；、،؛或和]|(?<!\\p{L})(?:и|или|أو|او)(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("(?:ext|extension|extensión|poste|interno|anexo|x)\\b.*|#.*|(?:(?<!\\p{L})(?:доб|вн|تحويلة|داخلي)(?!\\p{L})|分机|分機|内线|內線|转|轉).*", Pattern.CASE_INSENSITIVE);

    private PhoneReader() {}

    /// Empty when there are not 7 to 15 digits. Of several numbers the first one counts.
    static Optional<Phone> read(String typed) {
        String one = typed;
        for (String piece : SECOND.split(typed)) {
            if (digits(piece).length() >= FEWEST) {
                one = piece;
                break;
            }
        }
        String bare = EXTENSION.matcher(TRUNK_ZERO.matcher(one).replaceAll(" ")).replaceAll("");
        String digits = digits(bare);
        if (!bare.contains("+") && !bare.contains("＋") && digits.startsWith("00")) digits = digits.substring(2);
        if (digits.length() < FEWEST || digits.length() > MOST) return Optional.empty();
        return Optional.of(judged(typed, digits));
    }

    private static Phone judged(String typed, String digits) {
        try {
            PhoneNumber number = LIBRARY.parse("+" + digits, null);
            boolean plausible = LIBRARY.isValidNumber(number);
            return new Phone(typed, plausible ? LIBRARY.format(number, PhoneNumberFormat.E164) : "+" + digits, plausible, country(number, plausible));
        } catch (NumberParseException inNoPlan) {
            return new Phone(typed, "+" + digits, false, "");
        }
    }

    /// "" where several countries share the code and the number does not tell, and for codes of no country.
    private static String country(PhoneNumber number, boolean plausible) {
        List<String> sharing = LIBRARY.getRegionCodesForCountryCode(number.getCountryCode());
        String region = plausible ? LIBRARY.getRegionCodeForNumber(number) : sharing.size() == 1 ? sharing.getFirst() : null;
        return region != null && region.matches("[A-Z]{2}") ? region : "";
    }

    /// The decimal digits of any script, as ASCII.
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
