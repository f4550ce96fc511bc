package tldops.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tldops.core.Language;

/// In which language a text is to be answered, by its most common words; English when they do not tell, and when there
/// are no letters in its language.
final class LanguageGuess {
    private static final int ENOUGH = 20_000;

    private record Row(Reads language, Set<String> words) {}

    private static final List<Row> TABLE = List.of(
            new Row(Reads.EN, Set.of("the", "and", "of", "to", "is", "are", "for", "this", "that", "please", "with", "you", "your", "we", "our", "i", "my", "name", "address", "number",
                    "confirm", "deny", "dear", "regards", "thanks", "thank", "hello", "person", "phone", "will", "not", "have", "from", "who", "help")),
            new Row(Reads.FR, Set.of("le", "la", "les", "des", "du", "de", "et", "est", "sont", "je", "nous", "vous", "votre", "notre", "mon", "pour", "dans", "avec", "que", "qui", "une", "un",
                    "au", "aux", "ce", "cette", "pas", "ne", "nom", "adresse", "numero", "telephone", "portable", "electronique", "confirme", "refuse", "bonjour", "merci", "cordialement",
                    "personne", "oui", "madame", "monsieur", "cher", "chere", "l", "d", "j", "n", "qu", "par", "sur", "annuler")),
            new Row(Reads.ES, Set.of("el", "la", "los", "las", "del", "de", "y", "es", "son", "yo", "nosotros", "usted", "su", "nuestro", "nuestra", "mi", "para", "en", "con", "que", "una", "un", "al",
                    "este", "esta", "no", "nombre", "correo", "numero", "telefono", "movil", "celular", "electronico", "confirmo", "confirmamos", "deniego", "niego", "rechazo", "hola", "gracias", "saludos",
                    "persona", "si", "senor", "senora", "estimado", "estimada", "estimados", "por", "favor", "seguridad", "buenos", "dias", "lo", "se", "como")));

    private LanguageGuess() {}

    static Language of(String text) {
        // line by line: most lines are plain, and what is plain is folded without a pattern; letters in a password are no words
        String[] words = text.substring(0, Math.min(text.length(), ENOUGH)).lines().map(Folded::of).collect(Collectors.joining(" ")).split("[^a-z0-9]+");
        Language best = Language.EN;
        long most = 0;
        for (Row row : TABLE) {
            long count = Arrays.stream(words).filter(row.words::contains).count();
            if (count > most) {
                best = row.language.answered();
                most = count;
            }
        }
        return best;
    }
}
