package tldops.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Clean;
import tldops.core.Request.Word;

/// Finds the words and digits that answer a question of ours (N10, MAIL_RULES 17, V2). A word decides when its line or
/// its short sentence says nothing else, or when the writer says it of himself (`I confirm that ...`).
final class VerdictReader {
    private static final int SHORT = 8;
    /// A line this long was wrapped: its sentence goes on below it.
    private static final int WRAPPED = 45;
    private static final int NUMBERS = 20;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])(?=[\\s\\p{IsHan}\\p{IsArabic}])");
    /// `No, I deny.` denies; `no rechazo` does not.
    private static final Pattern FLAT_NO = Pattern.compile("[^\\p{L}]*(?:no|non|нет|لا|不)(?:\\s*[,;:-]|\\s+(?:i|we|je|nous)\\b).*");
    /// Spanish `yes`, which is `if` without its accent.
    private static final Pattern SI = Pattern.compile("(?iu)(?<!\\p{L})s[íÍ](?!\\p{L})|(?<=^|[.!?]\\s)si(?=\\s*[,;])");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:()]");
    private static final Pattern TOKEN_END = Pattern.compile("[^\\p{L}\\p{Nd}]+|(?<=\\d)(?=\\p{L})");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern NUMBER_LINE = Pattern.compile("[^+@/:\\p{Sc}%=]{1,80}");

    /// @param alone words on a line or in a sentence that says nothing else
    /// @param clear words that decide, those of `alone` among them
    /// @param loose words inside prose that neither turns them round nor puts them off
    /// @param doubted words that prose negates, asks or puts off
    /// @param numbers digits alone on a line, or behind `extend`
    record Reading(Set<Word> alone, Set<Word> clear, Set<Word> loose, Set<Word> doubted, List<Integer> numbers) {
        Set<Word> all() {
            Set<Word> all = EnumSet.noneOf(Word.class);
            all.addAll(clear);
            all.addAll(loose);
            all.addAll(doubted);
            return all;
        }
    }

    private VerdictReader() {}

    static Reading read(String written) {
        Reading reading = new Reading(EnumSet.noneOf(Word.class), EnumSet.noneOf(Word.class), EnumSet.noneOf(Word.class), EnumSet.noneOf(Word.class), new ArrayList<>());
        for (String unit : units(written)) {
            for (String sentence : SENTENCE_END.split(unit)) {
                if (!Statement.aboutSeveral(sentence)) read(sentence, reading);
            }
        }
        return reading;
    }

    /// Lines, with those that were wrapped joined again.
    private static List<String> units(String written) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        for (String line : written.split("\n", -1)) {
            if (OwnBlock.begins(line)) break;
            String clean = line.stripLeading().startsWith(">") ? "" : SI.matcher(Normalizer.normalize(Clean.line(line, 1000), Normalizer.Form.NFC)).replaceAll("yes");
            unit.append(unit.isEmpty() ? "" : " ").append(clean);
            if (clean.length() < WRAPPED || unit.length() > 5000) {
                units.add(Folded.of(unit.toString()));
                unit.setLength(0);
            }
        }
        units.add(Folded.of(unit.toString()));
        return units;
    }

    private static void read(String sentence, Reading reading) {
        List<String> tokens = tokens(sentence);
        numbers(sentence, tokens, reading.numbers());
        Set<Word> words = EnumSet.noneOf(Word.class);
        for (String token : tokens) if (VerdictWords.is(token)) words.add(VerdictWords.word(token));
        if (words.isEmpty() || tokens.stream().anyMatch(VerdictWords.RECEIPT::contains)) return;
        boolean bare = tokens.stream().allMatch(token -> VerdictWords.FILLER.contains(token) || VerdictWords.is(token) || NUMBER.matcher(token).matches());
        Set<Word> verdicts = EnumSet.copyOf(words);
        verdicts.retainAll(EnumSet.of(Word.CONFIRM, Word.DENY));
        if (doubtful(sentence, tokens, words)) reading.doubted().addAll(verdicts);
        else if (bare) reading.alone().addAll(words);
        else if (decides(sentence, tokens.size())) reading.clear().addAll(verdicts);
        else reading.loose().addAll(verdicts);
        reading.clear().addAll(reading.alone());
    }

    private static boolean doubtful(String sentence, List<String> tokens, Set<Word> words) {
        if (sentence.strip().endsWith("?")) return true;
        boolean no = words.equals(EnumSet.of(Word.DENY)) && FLAT_NO.matcher(sentence).matches();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean flatNo = i == 0 && no;
            if ((VerdictWords.NEGATIVE.contains(token) && !flatNo) || VerdictWords.CONDITIONAL.contains(token)) return true;
        }
        return words.contains(Word.CONFIRM) && Stream.of(CLAUSE_END.split(sentence)).anyMatch(VerdictReader::begs);
    }

    /// `Please confirm`: that we should, or that he does?
    private static boolean begs(String clause) {
        StringBuilder before = new StringBuilder(" ");
        for (String token : tokens(clause)) {
            if (VerdictWords.is(token) && VerdictWords.word(token) == Word.CONFIRM && VerdictWords.PLEAS.stream().anyMatch(before.toString()::endsWith)) return true;
            before.append(token).append(' ');
        }
        return false;
    }

    /// Whether a verdict opens one of the clauses of a short sentence, or the writer himself speaks it.
    private static boolean decides(String sentence, int length) {
        for (String clause : CLAUSE_END.split(sentence)) {
            boolean speaks = false;
            for (String token : tokens(clause)) {
                if (VerdictWords.is(token)) {
                    if (speaks || VerdictWords.SPEAKER.contains(token) || (length <= SHORT && !VerdictWords.NOUNS.contains(token))) return true;
                    break;
                }
                speaks |= VerdictWords.SPEAKER.contains(token);
                if (!VerdictWords.FILLER.contains(token)) break;
            }
        }
        return false;
    }

    private static void numbers(String sentence, List<String> tokens, List<Integer> numbers) {
        boolean alone = NUMBER_LINE.matcher(sentence).matches() && !tokens.isEmpty() && tokens.stream().allMatch(token -> NUMBER.matcher(token).matches() || VerdictWords.FILLER.contains(token) || token.equals("no"));
        for (int i = 0; i < tokens.size() && numbers.size() < NUMBERS; i++) {
            boolean extended = i > 0 && VerdictWords.is(tokens.get(i - 1)) && VerdictWords.word(tokens.get(i - 1)) == Word.EXTEND;
            if (NUMBER.matcher(tokens.get(i)).matches() && (alone || extended)) numbers.add(Integer.parseInt(tokens.get(i)));
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : TOKEN_END.split(text)) if (!token.isEmpty()) tokens.addAll(LeafletWords.of(token));
        return tokens;
    }
}
