package tldops.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Commands in the languages of the leaflet that have no letters (R098, N08): the word is put into English, and
/// [CommandReader] reads on. Behind `who` only ccTLDs with their dot and an ASCII password are understood, so that a
/// sentence that begins with "who" stays a sentence.
final class LeafletCommands {
    private static final Map<String, String> WORDS = words(Map.of(
            "who", "quién|quiénes|contactos|من|من هم|جهات الاتصال|кто|контакты|谁|誰|联系人|聯繫人|聯絡人|联络人|名单|名單",
            "help", "ayuda|مساعدة|المساعدة|помощь|справка|помогите|帮助|幫助|说明|說明",
            "password", "contraseña|clave|كلمة المرور|كلمة السر|пароль|密码|密碼|口令",
            "end", "نهاية|النهاية|конец|стоп|结束|結束"));
    private static final String DRESS = " \t\n\u000b\f\r*_'\"‘’“”`«»<>()¿¡-";
    private static final String END = DRESS + ".,;!?:。";
    private static final Pattern GAP = Pattern.compile("\\s+|(?=[.。])");
    private static final Pattern GAPS = Pattern.compile("[\\s،、，؛；,;]+");
    private static final Pattern ARGUMENT = Pattern.compile("[.。][\\p{L}\\p{M}\\p{Nd}-]+[.。]?|[!-~&&[^.,;@]][!-~&&[^,;]]*");

    private LeafletCommands() {}

    private static Map<String, String> words(Map<String, String> table) {
        Map<String, String> words = new HashMap<>();
        table.forEach((english, list) -> List.of(list.split("\\|")).forEach(word -> words.put(Folded.of(word), english)));
        return Map.copyOf(words);
    }

    /// The line with its command in English; the same line when it holds none.
    static String english(String line) {
        if (line.length() > 2000) return line;
        Optional<String> alone = command(line);
        if (alone.isPresent()) return alone.get();
        return behind(line, "who").filter(LeafletCommands::arguments).map(rest -> "who " + rest).orElse(line);
    }

    /// The line without what stands behind the word: it may be a password (MAIL_RULES 24).
    static String masked(String line) {
        return behind(line, "who").or(() -> behind(line, "password")).map(rest -> line.substring(0, line.length() - rest.length()).stripTrailing() + " ***").orElse(line);
    }

    private static Optional<String> command(String word) {
        return Optional.ofNullable(WORDS.get(Folded.of(bare(word))));
    }

    /// By hand: each line of a post is asked whether it is a command, and a pattern tries each place of it.
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && DRESS.indexOf(word.charAt(from)) >= 0) from++;
        while (to > from && END.indexOf(word.charAt(to - 1)) >= 0) to--;
        return word.substring(from, to);
    }

    /// What stands behind this command, if the line begins with it; a command may have two words.
    private static Optional<String> behind(String line, String command) {
        Matcher gap = GAP.matcher(line);
        for (int words = 0; words < 2 && gap.find(); words++) {
            String rest = line.substring(gap.end()).strip();
            if (command(line.substring(0, gap.start())).filter(command::equals).isPresent() && !rest.isEmpty()) return Optional.of(rest);
        }
        return Optional.empty();
    }

    private static boolean arguments(String rest) {
        return GAPS.splitAsStream(rest).allMatch(argument -> ARGUMENT.matcher(argument).matches());
    }
}
