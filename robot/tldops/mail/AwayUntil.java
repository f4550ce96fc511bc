package tldops.mail;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last day of an absence as an auto-reply states it (N22), in the languages of the leaflet and German: "until 3 August",
/// "zurück am 4.8.2027". What may be two days, and a text with two of them, states none.
final class AwayUntil {
    private static final int MOST = 4000;
    private static final int BEFORE = 48;
    private static final int AFTER = 32;
    /// Who writes no year means the next such day, and no reply is written a year ahead.
    private static final int NEAR = 200;
    private static final Map<String, Integer> MONTHS = months(List.of(
            "january jan januar jänner janvier janv enero ene января янв يناير", "february feb februar février fevrier févr febrero февраля фев فبراير", "march mar märz mrz mars marzo марта мар مارس",
            "april apr avril abril abr апреля апр أبريل", "may mai mayo мая مايو", "june jun juni juin junio июня июн يونيو", "july jul juli juillet juil julio июля июл يوليو",
            "august aug août aout agosto ago августа авг أغسطس", "september sep sept septembre septiembre сентября сен سبتمبر", "october oct oktober okt octobre octubre октября окт أكتوبر",
            "november nov novembre noviembre ноября ноя نوفمبر", "december dec dezember dez décembre decembre diciembre dic декабря дек ديسمبر"));
    private static final String NAME = "(?<month>\\p{L}{3,12})\\.?";
    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?<!\\d)(?<y>20\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)(?!\\d)"),
            Pattern.compile("(?:(?<y>20\\d\\d) ?年 ?)?(?<!\\d)(?<m>\\d{1,2}) ?月 ?(?<d>\\d{1,2}) ?[日号號]"),
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>20\\d\\d)(?!\\d)"),
            Pattern.compile("(?<!\\d)(?<d>1[3-9]|2\\d|3[01])/(?<m>\\d{1,2})/(?<y>20\\d\\d)(?!\\d)"),
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)? (?:de |of )?" + NAME + ",?(?: (?:de )?(?<y>20\\d\\d))?(?!\\p{L})"),
            Pattern.compile("(?<!\\p{L})" + NAME + " (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>20\\d\\d))?(?![\\d:]|\\.\\d)"));
    private static final String GAP = "[^\\p{L}\\d.!?]*(?:\\p{L}+\\b[^\\p{L}\\d.!?]+){0,2}$";
    private static final Pattern UNTIL = Pattern.compile(
            "(?:\\b(?:until|till|through|thru|up to|bis|jusqu'au|jusqu’au|au|hasta|al|до|по|حتى|لغاية)\\b|[至到])" + GAP, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FROM_TO = Pattern.compile("\\bfrom\\b.{3,30}\\bto" + GAP, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:(?:back|return|returning)\\b[^.!?]{0,24}\\b(?:on|from)|back|wieder[^.!?]{0,20}\\b(?:am|ab)|zurück[^.!?]{0,10}\\b(?:am|ab)|(?:de )?retour[^.!?]{0,12}\\ble|regres\\p{L}*[^.!?]{0,16}\\bel|vuelvo[^.!?]{0,16}\\bel|de vuelta[^.!?]{0,16}\\bel|вернусь|возвращаюсь|سأعود(?: في| يوم)?|أعود(?: في| يوم)?)\\b" + GAP,
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AGAIN_AFTER = Pattern.compile("^[^.!?。]{0,20}?(?:\\b(?:wieder|zurück)\\b|返回|回来|回來|回到|上班|(?:之?前)(?:不在|无法|不能))", Pattern.UNICODE_CHARACTER_CLASS);

    private AwayUntil() {}

    /// @param today when the mail came in
    static Optional<LocalDate> of(String subject, String text, LocalDate today) {
        String all = plain(subject + "\n" + (text.length() > MOST ? text.substring(0, MOST) : text));
        Set<LocalDate> found = new TreeSet<>();
        for (Pattern shape : DATES) {
            Matcher date = shape.matcher(all);
            while (date.find()) read(date, today).flatMap(day -> until(all, date, day)).ifPresent(found::add);
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /// In lower case, with the digits of any script as ours; accents stay, since words of six languages differ by them.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> plain.appendCodePoint(c > 0x7f && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString().toLowerCase(Locale.ROOT).replaceAll("[\\s\u00a0]+", " ");
    }

    private static Optional<LocalDate> until(String all, Matcher date, LocalDate day) {
        String before = all.substring(Math.max(0, date.start() - BEFORE), date.start());
        String after = all.substring(date.end(), Math.min(all.length(), date.end() + AFTER));
        if (BACK.matcher(before).find() || AGAIN_AFTER.matcher(after).find()) return Optional.of(day.minusDays(1));
        return UNTIL.matcher(before).find() || FROM_TO.matcher(before).find() ? Optional.of(day) : Optional.empty();
    }

    private static Optional<LocalDate> read(Matcher date, LocalDate today) {
        Integer month = date.namedGroups().containsKey("month") ? MONTHS.get(date.group("month")) : (Integer) Integer.parseInt(date.group("m"));
        Optional<String> year = Optional.ofNullable(date.group("y"));
        if (month == null) return Optional.empty();
        try {
            int day = Integer.parseInt(date.group("d"));
            if (year.isPresent()) return Optional.of(LocalDate.of(Integer.parseInt(year.get()), month, day));
            LocalDate next = LocalDate.of(today.getYear(), month, day);
            return Optional.of(next.isBefore(today) ? next.plusYears(1) : next).filter(there -> there.isBefore(today.plusDays(NEAR)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> months(List<String> names) {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.size(); i++) for (String name : names.get(i).split(" ")) months.put(name, i + 1);
        return Map.copyOf(months);
    }
}
