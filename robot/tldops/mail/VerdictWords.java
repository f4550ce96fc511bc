package tldops.mail;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Request.Word;

/// The words of answers, one row per language, folded as [Folded] does (N08, N10): the words that decide, and the words
/// around them that change nothing, turn them round or put them off.
final class VerdictWords {
    /// @param filler politeness, pronouns and joining words
    /// @param negative turns the sentence round
    /// @param conditional puts it off or asks
    /// @param speaker who speaks: `I confirm that ...` decides however long it goes on
    /// @param plea right before `confirm` it asks us to do it
    /// @param receipt the sentence is about the mail, not about the matter
    record Row(Reads language, Map<Word, String> verdicts, String filler, String negative, String conditional, String speaker, String plea, String receipt) {}

    private static final List<Row> OWN = List.of(
            new Row(Reads.EN,
                    Map.of(Word.CONFIRM, "confirm confirmed confirms", Word.DENY, "deny denied denies reject rejected refuse refused", Word.UNDO, "undo", Word.BLOCK, "block",
                            Word.RELEASE, "release", Word.EXTEND, "extend", Word.CLOSE, "close"),
                    "hi hello dear sir sirs madam mr mrs ms all team secretariat ccnso robot yes ok okay sure thanks thank please kindly pls you very much many kind best warm regards cheers sincerely"
                            + " i we hereby herewith do it this that the case request application admission change d day days working and or also indeed my our answer is of option choice number",
                    "not no cannot cant dont wont didnt never neither nor unable without nobody none isnt t nothing",
                    "if unless when once after until till before later will would could should may might shall can whether tomorrow soon try asked wish want able ll",
                    "i we hereby herewith", "please|kindly|pls", "receipt received reception"),
            new Row(Reads.FR,
                    Map.of(Word.CONFIRM, "confirme confirmee confirmes confirmees confirmer confirmons confirmez confirmerai confirmerons", Word.DENY,
                            "refuse refusee refuses refusees refuser refusons refusez rejette rejeter rejetons rejete rejetee refuserai refuserons", Word.UNDO, "annuler annule annulons annulez",
                            Word.BLOCK, "bloquer bloque bloquons bloquez", Word.RELEASE, "liberer libere liberez relancer", Word.EXTEND, "prolonger prolonge prolongez",
                            Word.CLOSE, "fermer ferme fermez clore clos cloturer cloture cloturez"),
                    "bonjour bonsoir veuillez svp priere cher chere chers madame monsieur messieurs equipe secretariat oui merci beaucoup bien a vous cordialement cordiales salutations sincerement"
                            + " je j nous le la les l ceci cela cette ce demande dossier par presente presentes et ou aussi en effet ma notre reponse est de jours jour ouvres ouvrables option choix numero",
                    "ne n pas non jamais sans aucun aucune impossible ni rien",
                    "si quand lorsque apres avant demain sauf plus tard pourrai pourrais pourrions voudrais voudrions pouvons peux pouvez confirmerai confirmerons confirmerez refuserai refuserons bientot",
                    "je j nous", "veuillez|svp|priere de|merci de|merci de nous|merci de me", "reception recu accuse"));

    private static final List<Row> TABLE = Stream.concat(OWN.stream(), LeafletVerdicts.ROWS.stream().map(VerdictWords::folded)).toList();
    private static final Map<String, Word> WORDS = words();

    static final Set<String> FILLER = all(TABLE.stream().map(Row::filler).toList());
    static final Set<String> NEGATIVE = all(TABLE.stream().map(Row::negative).toList());
    static final Set<String> CONDITIONAL = all(TABLE.stream().map(Row::conditional).toList());
    static final Set<String> SPEAKER = all(TABLE.stream().map(Row::speaker).toList());
    static final List<String> PLEAS = TABLE.stream().flatMap(row -> Stream.of(row.plea.split("\\|"))).map(plea -> " " + plea + " ").toList();
    static final Set<String> RECEIPT = all(TABLE.stream().map(Row::receipt).toList());

    /// Verdicts that are nouns as well: before other words they decide only when somebody speaks them.
    static final Set<String> NOUNS = all(List.of(Folded.of(LeafletVerdicts.NOUNS)));

    private VerdictWords() {}

    private static Row folded(Row row) {
        Map<Word, String> verdicts = row.verdicts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Folded.of(entry.getValue())));
        return new Row(row.language, verdicts, Folded.of(row.filler), Folded.of(row.negative), Folded.of(row.conditional), Folded.of(row.speaker), Folded.of(row.plea), Folded.of(row.receipt));
    }

    /// The words of all tables.
    static Set<String> known() {
        return Stream.of(WORDS.keySet(), FILLER, NEGATIVE, CONDITIONAL, RECEIPT, PLEAS.stream().map(String::strip).collect(Collectors.toSet())).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    static boolean is(String token) {
        return WORDS.containsKey(token);
    }

    /// The verdict that a word is; only for words of [#is].
    static Word word(String token) {
        return Objects.requireNonNull(WORDS.get(token));
    }

    private static Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        for (Row row : TABLE) new EnumMap<>(row.verdicts).forEach((word, list) -> List.of(list.split(" ")).forEach(form -> words.put(form, word)));
        return Map.copyOf(words);
    }

    private static Set<String> all(List<String> lists) {
        Set<String> all = new TreeSet<>();
        for (String list : lists) all.addAll(List.of(list.split(" ")));
        return Set.copyOf(all);
    }
}
