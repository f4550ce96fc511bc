package tldops.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Form.Field;
import tldops.core.Phone;
import tldops.core.Tld;

/// Reads the values of a form: a name, one or two addresses (P8), a number, names of ccTLDs. What the template had
/// there before anybody wrote counts as nothing.
final class Values {
    private static final int NAME = 100;
    private static final int TYPED = 200;
    private static final int MOST = 50;
    private static final Pattern BRACKETED = Pattern.compile("<([^<>@]{1,60})>");
    /// `<FirstName1>`, `<code de pays>`, as the templates of all languages have them; `<31>` is what somebody filled in.
    private static final Pattern PLACEHOLDER = Pattern.compile("(?:first ?name|last ?name|full ?name|name|e-?mail ?address|e-?mail|country ?code|number|mobile phone number"
            + "|prenom|nom|adresse ?electronique|code (?:de |du )?pays|numero|cctld|tld|nombre|apellidos?|direccion ?de ?correo ?electronico|correo ?electronico|codigo (?:de |del )?pais"
            + "|имя|фамилия|адрес ?электроннои ?почты|код (?:страны)?|номер|الاسم ?(?:الاول|الاخير)?|اسم ?العائله"
            + "|(?:عنوان ?)?البريد ?الالكتروني|رمز ?(?:البلد|الدوله)|الرقم|رقم|姓名?|名字?|电子邮件(?:地址)?|電子郵件(?:地址)?|国家(?:代码|区号)|國家(?:代碼|區號)|号码|號碼)s? ?\\d*");
    private static final Pattern NOTHING = Pattern.compile("[\\p{P}\\p{S}\\s]*|(?:none|n/a|nil|not applicable|no third contact|aucun|aucune|neant|sans objet|s/o"
            + "|ninguno|ninguna|no aplica|no procede|n/d|нет|отсутствует|не применимо|لا يوجد|لا ينطبق|无|無|没有|沒有|不适用|不適用)[.\\s]*");
    private static final Pattern MARKUP = Pattern.compile("^[\\s*_'\"“”„«»|]+|[\\s*_'\"“”«»|,;:，、،；؛。]+$");
    private static final Pattern IN_BRACKETS = Pattern.compile("[<(\\[][^<>()\\[\\]]*@[^<>()\\[\\]]*[>)\\]]");
    private static final Pattern MAILTO = Pattern.compile("mailto\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("[\\s,;，；、،؛|<>()\\[\\]\"“”«»]+|&|(?<=@[^\\s/]{1,99})/");
    private static final Pattern TRIM = Pattern.compile("^['‘’*_.:：/-]+|['‘’*_.:：。/]+$");
    private static final Pattern TLD_PARTS = Pattern.compile("[\\s,;，；、،؛/|&()\\[\\]<>\"'“”‘’«»*]+");
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}|[xX][nN]--[A-Za-z0-9-]+");
    private static final Set<String> JOINERS = Set.of("et", "de", "du", "la", "le", "of", "or", "ou", "and", "en", "no", "el");

    private Values() {}

    /// What was typed: cleaned, without what the template had there; "" when that was all.
    static String typed(String text) {
        String filled = BRACKETED.matcher(Clean.line(text)).replaceAll(found -> PLACEHOLDER.matcher(Folded.of(found.group(1))).matches() ? " " : Matcher.quoteReplacement(found.group()));
        String plain = Clean.line(filled, TYPED);
        return NOTHING.matcher(Folded.of(plain)).matches() ? "" : plain;
    }

    static Field<String> name(int line, String text) {
        String plain = typed(text);
        String name = Clean.line(MARKUP.matcher(IN_BRACKETS.matcher(plain).replaceAll(" ").replaceAll("[<>]", " ")).replaceAll(""), NAME);
        boolean letters = name.codePoints().anyMatch(Character::isLetter);
        return letters && !name.contains("@") && !name.contains("＠") ? Field.read(line, plain, name) : Field.unread(line, plain);
    }

    /// All addresses of the text, in order; unread as a whole when one of them is none we can write to.
    static Field<List<Address>> emails(int line, String text) {
        String plain = typed(text);
        Set<Address> found = new LinkedHashSet<>();
        for (String part : PARTS.split(MAILTO.matcher(plain.replace('＠', '@')).replaceAll(" "))) {
            if (!part.contains("@")) continue;
            Optional<Address> address = Address.parse(TRIM.matcher(part).replaceAll(""));
            if (address.isEmpty()) return Field.unread(line, plain);
            found.add(address.get());
        }
        return found.isEmpty() ? Field.unread(line, plain) : Field.read(line, plain, found.stream().limit(MOST).toList());
    }

    static Field<Phone> phone(int line, String text) {
        String plain = typed(text);
        return PhoneReader.read(plain).map(phone -> Field.read(line, plain, phone)).orElseGet(() -> Field.unread(line, plain));
    }

    /// One field for each ccTLD named. What begins with a dot is meant as one; without dots, every two-letter word is.
    /// When nothing reads as one, the text itself is the one unread field.
    static List<Field<Tld>> tlds(int line, String text) {
        String plain = typed(text);
        List<String> parts = List.of(TLD_PARTS.split(plain));
        boolean dotted = parts.stream().anyMatch(Values::dotted);
        List<Field<Tld>> fields = new ArrayList<>();
        Set<Tld> seen = new LinkedHashSet<>();
        for (String part : parts) {
            String bare = part.replaceAll("[.:]+$", "");
            if (dotted ? !dotted(part) : !TWO_LETTERS.matcher(bare).matches() && bare.codePoints().allMatch(c -> c < 0x80)) continue;
            if ((!dotted && parts.size() > 1 && JOINERS.contains(bare)) || fields.size() >= MOST) continue;
            Optional<Tld> tld = Tld.parse(bare);
            if (tld.isEmpty()) fields.add(Field.unread(line, part));
            else if (seen.add(tld.get())) fields.add(Field.read(line, part, tld.get()));
        }
        return fields.isEmpty() && !plain.isEmpty() ? List.of(Field.unread(line, plain)) : fields;
    }

    private static boolean dotted(String part) {
        return part.length() > 1 && (part.startsWith(".") || part.startsWith("。")) && Character.isLetterOrDigit(part.codePointAt(1));
    }
}
