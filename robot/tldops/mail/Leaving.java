package tldops.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognises a text that says nothing but that its author wants off the list (L48): sent to all, it makes others send the
/// same. What says anything else is none.
final class Leaving {
    private static final int MOST_LINES = 7;
    private static final int CLOSING_WORDS = 5;
    private static final Pattern PHRASE = Pattern.compile("\\b(unsubscribe|unsubscription|signoff|sign off|opt out|optout|desabonner?|desabonnez|desabonnement|desinscrire|desinscription|desinscrivez|darse de baja|dar de baja|darme de baja|baja"
            + "|(remove|delete|take|drop)( \\w+){0,4}? (me|my|us|address|email)\\b.*|(remove|delete)( me)?|retirer?z?|supprimez|supprimer|abmelden|отписаться|отпишите|退订|取消订阅|إلغاء الاشتراك)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> FILLER = Set.copyOf(List.of((
            "please pls kindly hi hello dear all sir madam team list mailing tld ops tldops the this that from of off out to me my us our i we id d would like want wish and email emails e mail mails address your you for now immediately asap"
            + " thanks thank regards best kind cheers stop sending no longer not receive receiving any more anymore again s m"
            + " bonjour merci de d l la le les cette liste diffusion svp veuillez je souhaite voudrais veux me moi mon ma adresse courriel vous plait s il cordialement a tous"
            + " hola por favor quiero lista correo gracias esta mi direccion").split(" ")));
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Leaving() {}

    static boolean says(String subject, String written) {
        List<String> lines = written.lines().map(Folded::of).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) return leaves(Folded.of(subject).replaceFirst("^(re|fwd?|aw) ?: ?", ""));
        int at = 0;
        while (at < lines.size() && filler(lines.get(at))) at++;
        if (at == lines.size()) return leaves(Folded.of(subject));
        if (lines.size() > MOST_LINES || !leaves(lines.get(at))) return false;
        // a thank you and a name may follow
        return lines.subList(at + 1, lines.size()).stream().allMatch(line -> filler(line) || leaves(line) || (words(line).size() <= CLOSING_WORDS && !line.contains("?") && !line.matches(".*[0-9/].*")));
    }

    /// Nothing but the wish, in so many words.
    private static boolean leaves(String line) {
        String bare = ADDRESS.matcher(line).replaceAll(" ");
        if (!PHRASE.matcher(bare).find()) return false;
        return words(PHRASE.matcher(bare).replaceAll(" ")).stream().allMatch(FILLER::contains) && words(bare).size() <= 20 && words(bare).stream().filter(word -> !FILLER.contains(word)).count() <= 3;
    }

    private static boolean filler(String line) {
        return words(ADDRESS.matcher(line).replaceAll(" ")).stream().allMatch(FILLER::contains);
    }

    private static List<String> words(String line) {
        return WORDS.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
    }
}
