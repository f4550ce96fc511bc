package tldops.letters;

import freemarker.template.TemplateMethodModelEx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Rules;
import tldops.core.Worded;

/// Words letters: fills the template of a letter's kind and language with what the letter holds (SPEC 1.7).
/// What a template can use is listed on top of templates/en/parts.ftl.
public final class Wording {
    /// Longest subject (MAIL_RULES 30).
    private static final int SUBJECT = 200;

    private final Templates templates;
    private final Rules rules;
    private final Map<Language, String> secretariat;

    /// What was said last that is the same for everybody: the roster, for one, which many ask for at once.
    private record Said(Content content, Worded worded) {}

    private final Map<Language, Said> last = new ConcurrentHashMap<>();

    /// Reads every template once, so that a bad one shows at start and not in the middle of a decision.
    ///
    /// @param overrides folder laid out like `templates/`: what stands in it replaces the text of that name
    /// @param secretariat how the Secretariat is called, per language
    /// @throws IllegalArgumentException naming everything wrong with the overrides, one per line, with file and line
    public Wording(Optional<Path> overrides, Rules rules, Map<Language, String> secretariat) {
        this.templates = new Templates(overrides);
        this.rules = rules;
        this.secretariat = Map.copyOf(secretariat);
    }

    /// Subject and text of one letter.
    ///
    /// @throws IllegalStateException when an overriding template asks for something that its letter does not hold
    public Worded word(Letter letter) {
        boolean same = letter.reply().isEmpty() && letter.caseNumber() == 0 && !letter.secret();
        Optional<Said> before = Optional.ofNullable(last.get(letter.language())).filter(said -> same && said.content().equals(letter.content()));
        if (before.isPresent()) return before.get().worded();
        Worded worded = filled(letter);
        if (same) last.put(letter.language(), new Said(letter.content(), worded));
        return worded;
    }

    private Worded filled(Letter letter) {
        String whole = templates.fill(letter.language(), letter.content().getClass(), values(letter));
        int end = whole.indexOf('\n');
        if (!whole.startsWith("Subject:") || end < 0) {
            throw new IllegalStateException(Templates.name(letter.content().getClass()) + ".ftl does not begin with a line Subject:");
        }
        String text = whole.substring(end).strip() + "\n";
        return new Worded(subject(letter, whole.substring("Subject:".length(), end)), text);
    }

    /// The case number is a hint for people (MAIL_RULES 12). Two subjects of the seed stay as they are, and the neutral
    /// answer is the same for everybody (P5).
    private static String subject(Letter letter, String words) {
        boolean plain = switch (letter.content()) {
            case Content.Welcome _, Content.Results _, Content.NeutralAnswer _ -> true;
            default -> letter.caseNumber() == 0;
        };
        String number = plain ? "" : " [case " + letter.caseNumber() + "]";
        return cut(Clean.header(words), SUBJECT - number.length()) + number;
    }

    /// At most so many characters, never half of one.
    private static String cut(String text, int length) {
        if (text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    private Map<String, Object> values(Letter letter) {
        Map<String, Object> values = new HashMap<>(new Values(letter.language()).of(letter.content()));
        Rules.MailingList list = rules.list();
        values.put("list", Map.of(
                "name", list.name(),
                "post", list.post().toString(),
                "request", list.request().toString()));
        values.put("urls", list.urls());
        values.put("contact", rules.secretariat().stream().min(Address::compareTo).orElse(list.owner()).toString());
        values.put("secretariat", secretariat.getOrDefault(letter.language(), "Secretariat"));
        values.put("rules", Map.of(
                "archived", rules.posting().archived(),
                "max", rules.ssc().max(),
                "recommended", rules.ssc().recommendedMin(),
                "holdHours", rules.times().tokenOnlyHold().toHours(),
                "undoHours", rules.times().undo().toHours(),
                "blockDays", rules.times().blockLasts().toDays(),
                "urgentMinutes", rules.urgent().step().toMinutes(),
                "urgentHour", rules.urgent().perMemberHour(),
                "urgentDay", rules.urgent().perMemberDay()));
        letter.reply().ifPresent(token -> {
            Address reply = list.request(token);
            values.put("reply", reply.toString());
            values.put("mailto", (TemplateMethodModelEx) words -> mailto(reply, String.valueOf(words.getFirst()), String.valueOf(words.getLast())));
        });
        return values;
    }

    /// RFC 6068; the `+` is written `%2B` because some webmail reads a bare one as a space.
    private static String mailto(Address to, String subject, String body) {
        return "mailto:" + encoded(to.local()) + "@" + to.domain() + "?subject=" + encoded(subject) + "&body=" + encoded(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
