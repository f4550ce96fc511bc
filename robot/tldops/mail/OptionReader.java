package tldops.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Clean;
import tldops.core.Language;
import tldops.core.Request.Command;
import tldops.core.Tld;

/// Reads the commands about what somebody on the list sets going for himself (R050, R051, L45, N13, N22), in English and
/// French. What begins as one of ours and can not be read is told back with how it is written.
final class OptionReader {
    private static final int WORDS = 12;
    private static final int LINES = 8;
    private static final int LINE = 200;
    private static final Set<String> BACK = Set.of("back", "i am back", "i'm back", "retour", "de retour", "je suis de retour");
    private static final Set<String> MYDATA = Set.of("mydata", "my data", "mes donnees", "mesdonnees");
    private static final Set<String> FORGET = Set.of("forget", "forget me", "oublier", "oubliez-moi", "oublie-moi");
    private static final Pattern SET = Pattern.compile("(?:set|mettre|regler) ([^\\s:=]+)(?:[\\s:=]+(.*))?");
    private static final Set<String> DIGEST = Set.of("digest", "condense", "resume");
    private static final Set<String> SPEAK = Set.of("language", "lang", "langue");
    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "yes", true, "oui", true, "marche", true, "off", false, "no", false, "non", false, "arret", false);
    private static final Map<String, Language> LANGUAGES = Map.of("en", Language.EN, "english", Language.EN, "anglais", Language.EN, "fr", Language.FR, "french", Language.FR, "francais", Language.FR);
    private static final Pattern AWAY = Pattern.compile("(?:away|absente?) (?:until|till|to|jusqu'au|jusqu'a|au)\\b ?(.*)");
    private static final Pattern ALONE = Pattern.compile("away|absente?");
    private static final Pattern DEPUTY = Pattern.compile("(.*?)[ ,;]+(?:deputy|suppleante?|remplacante?)(?: is| est)? ?#?(\\d{1,2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(?:le )?(\\d{1,2})(?:st|nd|rd|th|er)? ([a-z]+)\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile("([a-z]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final List<Set<String>> MONTHS = List.of(
            Set.of("january", "jan", "janvier", "janv"), Set.of("february", "feb", "fevrier", "fevr", "fev"), Set.of("march", "mar", "mars"), Set.of("april", "apr", "avril", "avr"),
            Set.of("may", "mai"), Set.of("june", "jun", "juin"), Set.of("july", "jul", "juillet", "juil"), Set.of("august", "aug", "aout"),
            Set.of("september", "sep", "sept", "septembre"), Set.of("october", "oct", "octobre"), Set.of("november", "nov", "novembre"), Set.of("december", "dec", "decembre"));
    private static final Pattern HELP = Pattern.compile("(?:help|aide)(?: on| for| sur| pour)? (.+)");
    private static final Pattern URGENT = Pattern.compile("(?i)^[\\s*_'\"‘’“”`«»-]*(?:urgent|urgence)\\s+([.。]?[^\\s,;:]+)[\\s,;:]*(.*)$");
    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("who", "who"), Map.entry("qui", "who"), Map.entry("password", "password"), Map.entry("mot de passe", "password"), Map.entry("help", "help"), Map.entry("aide", "help"),
            Map.entry("set", "set"), Map.entry("set digest", "set"), Map.entry("set language", "set"), Map.entry("digest", "set"), Map.entry("language", "set"), Map.entry("langue", "set"),
            Map.entry("mettre", "set"), Map.entry("away", "away"), Map.entry("absent", "away"), Map.entry("deputy", "away"), Map.entry("back", "back"), Map.entry("retour", "back"), Map.entry("mydata", "mydata"),
            Map.entry("mes donnees", "mydata"), Map.entry("forget", "forget"), Map.entry("oublier", "forget"), Map.entry("urgent", "urgent"), Map.entry("urgence", "urgent"));

    private OptionReader() {}

    /// @param word the line folded and without what dresses it
    static Optional<Command> read(String line, String word) {
        if (BACK.contains(word)) return Optional.of(new Command.Back());
        if (MYDATA.contains(word)) return Optional.of(new Command.MyData());
        if (FORGET.contains(word)) return Optional.of(new Command.Forget());
        // "urgent!" alone is what many mails begin with; so is "away" in a sentence
        if ((word.length() > LINE || word.split(" ").length > WORDS) && !URGENT.matcher(line).matches()) return Optional.empty();
        Matcher help = HELP.matcher(word);
        if (help.matches()) {
            Optional<Command> topic = Optional.ofNullable(TOPICS.get(help.group(1))).map(Command.HelpOn::new);
            return topic.isPresent() || help.group(1).contains(" ") ? topic : Optional.of(new Command.Help());
        }
        Matcher set = SET.matcher(word);
        if (set.matches()) return set(line, set.group(1), Optional.ofNullable(set.group(2)).orElse(""));
        if (ALONE.matcher(word).matches()) return Optional.of(unread(line, "away"));
        Matcher away = AWAY.matcher(word);
        if (away.matches()) return Optional.of(away(line, away.group(1)));
        return urgent(line);
    }

    private static Command unread(String line, String topic) {
        return new Command.Unread(Clean.line(line, LINE), topic);
    }

    private static Optional<Command> set(String line, String option, String value) {
        if (DIGEST.contains(option)) return Optional.of(Optional.ofNullable(SWITCH.get(value)).<Command>map(Command.Digest::new).orElseGet(() -> unread(line, "set")));
        if (SPEAK.contains(option)) return Optional.of(Optional.ofNullable(LANGUAGES.get(value)).<Command>map(Command.Speak::new).orElseGet(() -> unread(line, "set")));
        return value.split(" ").length > 2 ? Optional.empty() : Optional.of(unread(line, "set"));
    }

    private static Command away(String line, String rest) {
        Matcher deputy = DEPUTY.matcher(rest);
        boolean named = deputy.matches();
        int rank = named ? Integer.parseInt(deputy.group(2)) : 0;
        Optional<LocalDate> until = date(named ? deputy.group(1) : rest);
        return until.isEmpty() || (named && rank == 0) ? unread(line, "away") : new Command.Away(until.get(), rank);
    }

    /// `2027-02-01`, `1 February 2027`, `1er février 2027`, `February 1, 2027`. What may be two days, as 1.2.2027, is none.
    private static Optional<LocalDate> date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) return date(day.group(3), month(day.group(2)), day.group(1));
        Matcher month = MONTH_FIRST.matcher(text);
        return month.matches() ? date(month.group(3), month(month.group(1)), month.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) if (MONTHS.get(i).contains(name)) return i + 1;
        return 0;
    }

    /// `urgent .nl`, and what stands behind it. A word that names no ccTLD makes it a sentence.
    private static Optional<Command> urgent(String line) {
        Matcher urgent = URGENT.matcher(line);
        if (!urgent.matches()) return Optional.empty();
        String name = urgent.group(1).replaceAll("[.?!*_'\"’”`»]+$", "");
        String rest = urgent.group(2).strip();
        boolean meant = name.startsWith(".") || name.startsWith("。") || name.startsWith("xn--") || name.codePoints().anyMatch(c -> c > 0x7f) || (rest.isEmpty() && name.length() == 2);
        Optional<Tld> tld = meant ? Tld.parse(name) : Optional.empty();
        if (tld.isEmpty()) return meant ? Optional.of(unread(line, "urgent")) : Optional.empty();
        // several at once: each is a line of its own, so that nobody is called by a slip
        if (rest.matches("[.。]\\S+.*")) return Optional.of(unread(line, "urgent"));
        return Optional.of(new Command.Urgent(tld.get(), rest.isEmpty() ? List.of() : List.of(Clean.line(rest, LINE))));
    }

    /// The lines beside the command go with it, the first of them, to those who are called. Said once more of the same ccTLD,
    /// in the subject and in the text, it is one call.
    static List<Command> calling(List<Command> commands, List<String> beside) {
        Map<Tld, List<String>> words = new HashMap<>();
        for (Command command : commands) if (command instanceof Command.Urgent(var tld, var own)) words.computeIfAbsent(tld, _ -> new ArrayList<>()).addAll(own);
        words.values().forEach(text -> beside.stream().map(line -> Clean.line(line, LINE)).filter(line -> !line.isEmpty()).forEach(text::add));
        return commands.stream().map(command -> command instanceof Command.Urgent(var tld, _) ? new Command.Urgent(tld, words.getOrDefault(tld, List.of()).stream().limit(LINES).toList()) : command).distinct().toList();
    }
}
