package tldops.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentence that confirms the responsibility: the end of A.1's template and the leaflet's second sentence
/// (R023, R073, R087), wherever it is wrapped and whether it speaks of one person or of several.
final class Statement {
    private static final String NOT = "(?:(?! not | pas | ne | n'| no )[^?]){0,160}?";
    private static final Pattern EN = Pattern.compile(
            "\\b(?:i|we)(?: do| also| hereby| herewith| can)* (?:confirm|declare|certify)" + NOT + " (?:am|is|are)(?: also| all| both| the people| the persons)? responsible for " + NOT + "security");
    private static final Pattern FR = Pattern.compile(
            "\\b(?:je|nous)(?: vous| soussigne,?)*(?: ci-dessous,?)? (?:confirme|confirmons|certifie|certifions|declare|declarons)\\b" + NOT + " responsables? (?:de|du|pour) " + NOT + "securite");
    private static final Pattern ES = Pattern.compile("(?<! no)(?<! nunca) (?:(?:lo|la) )?(?:confirmo|confirmamos|declaro|declaramos|certifico|certificamos) " + NOT + " responsables? (?:de|del|por) " + NOT + "seguridad");
    private static final Pattern RU = Pattern.compile("(?<! не) (?:подтверждаю|подтверждаем|заявляю|заявляем|удостоверяю|удостоверяем)(?!\\p{L})" + without(" не | нет ") + "(?:ответственн|отвеча)" + without(" не | нет ") + "безопасност");
    private static final Pattern AR = Pattern.compile("(?<! لا)(?<! لم)(?<! لن) [وف]?(?:اوكد|نوكد|اقر|نقر|اصرح|نصرح|اشهد|نشهد) " + without(" ليس| غير | لا | لم | لن ") + "(?:مسوول|مسءول|المسوول)" + without(" ليس| غير | لا | لم | لن ") + "امن");
    /// Without blanks: Chinese lines are wrapped anywhere.
    private static final Pattern ZH = Pattern.compile("(?:确认|確認|声明|聲明|证明|證明)" + without("[不非无無没沒未]") + "(?:负责|負責|责任|責任)" + without("[不非无無没沒未]") + "(?:安全)|"
            + "(?:确认|確認|声明|聲明|证明|證明)" + without("[不非无無没沒未]") + "安全" + without("[不非无無没沒未]") + "(?:负责|負責|责任|責任)");
    private static final Pattern DENIED = Pattern.compile("[不非无無没沒未法能否勿别](?:能|予|会|會|可)?$");
    private static final Pattern SEVERAL = Pattern.compile("\\b(?:persons|people|contacts|personnes|ils sont|elles sont|personas|ellos|ellas|contactos)\\b|(?<!\\p{L})(?:лица|лиц|люди)(?!\\p{L})|الاشخاص|人员|人員|联系人|聯絡人|聯繫人");

    private Statement() {}

    static boolean in(String text) {
        String all = flat(text);
        return stands("security", EN, all) || stands("securite", FR, all) || stands("seguridad", ES, all) || stands("безопасност", RU, all) || stands("امن", AR, all) || chinese(all.replace(" ", ""));
    }

    /// @param word without which the pattern is nowhere
    private static boolean stands(String word, Pattern sentence, String all) {
        return all.contains(word) && sentence.matcher(all).find();
    }

    private static boolean chinese(String all) {
        if (!all.contains("安全")) return false;
        Matcher found = ZH.matcher(all);
        while (found.find()) if (!DENIED.matcher(all.substring(Math.max(0, found.start() - 3), found.start())).find()) return true;
        return false;
    }

    private static String without(String words) {
        return "(?:(?!" + words + ")[^?.]){0,160}?";
    }

    /// The sentence of the template itself, which speaks of several people: no answer about one person is worded so.
    static boolean aboutSeveral(String text) {
        return in(text) && SEVERAL.matcher(flat(text)).find();
    }

    private static String flat(String text) {
        StringBuilder all = new StringBuilder();
        text.lines().forEach(line -> all.append(line.replaceFirst("^[\\s>|*-]+", "")).append(' '));
        return " " + Folded.of(all.toString()) + " ";
    }
}
