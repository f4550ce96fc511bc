package tldops.mail;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Tld;

/// Recognises a Contact Request (seed 004, A.8): a short text that asks for the contact of another ccTLD and tells of no
/// incident (N14). Whatever leaves a doubt is none: then it goes to all, as its author meant it.
final class ContactRequest {
    private static final int LONGEST = 700;
    private static final int MOST_LINES = 14;
    private static final Pattern CONTACT = Pattern.compile("\\b(contacts?|contact (information|info|details?|data|person|point)|phone|telephone|number|reach|responsible|coordonnees|joindre|responsable|numero)\\b");
    private static final Pattern ASKS = Pattern.compile("\\b(would like|like to|need|looking for|searching|seek|can (any|some)(one|body)|could (any|some)(one|body)|does any(one|body)|who is|please|kindly|how can i|how do i|is there"
            + "|je (cherche|souhaite|voudrais|souhaiterais|recherche)|nous (cherchons|souhaitons|recherchons)|j'aimerais|quelqu'un|qui est|comment (puis-je )?joindre|merci de|besoin|pouvez-vous|pourriez-vous|veuillez)\\b");
    /// What makes it news, or at least more than that question.
    private static final Pattern NEWS = Pattern.compile("attack|attaque|ddos|denial|hijack|detourn|malware|phish|hameconn|outage|panne|compromis|incident|vulnerab|vulnérab|\\bcve\\b|exploit|botnet|spoof|usurp|leak|fuite|breach|intrusion|ransom"
            + "|\\bdns(sec)?\\b.*(fail|broken|servfail|bogus)|nameserver|serveur|https?:|hxxp|\\[\\.\\]|(?<![0-9])[0-9]{1,3}(\\.[0-9]{1,3}){3}|tlp");
    private static final Pattern TLD = Pattern.compile("(?<![\\p{L}\\p{N}.@/_-])[.。．](xn--[a-zA-Z0-9-]{1,59}|[\\p{L}\\p{M}]{2,24})(?![\\p{L}\\p{N}@-]|\\.[\\p{L}\\p{N}])");

    private ContactRequest() {}

    /// The ccTLDs in it, the author's own among them; empty when it is anything else.
    ///
    /// @param subject without what the list puts into it
    static Set<Tld> of(String subject, String written) {
        String text = written.strip();
        long lines = text.lines().filter(line -> !line.isBlank()).count();
        if (text.length() > LONGEST || lines > MOST_LINES) return Set.of();
        String folded = Folded.of(text.replace('\n', ' '));
        if (!CONTACT.matcher(folded).find() || !ASKS.matcher(folded).find() || NEWS.matcher(Folded.of(subject) + "\n" + folded).find()) return Set.of();
        Set<Tld> found = new LinkedHashSet<>();
        Matcher named = TLD.matcher(text);
        Stream.iterate(named, Matcher::find, same -> same).map(same -> same.group(1)).toList().forEach(name -> Tld.parse(name).ifPresent(found::add));
        return Set.copyOf(found);
    }
}
