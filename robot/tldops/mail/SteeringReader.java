package tldops.mail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Request.Command;
import tldops.core.Tld;

/// Reads `modify`, `unsubscribe`, `remove`, `delegate` and `undelegate` with their ccTLDs, address and day. A line with
/// any other word in it is a sentence and no command.
final class SteeringReader {
    private static final int MOST = 50;
    private static final Set<String> MODIFY = Set.of("modify", "modifier");
    private static final Set<String> UNSUBSCRIBE = Set.of("unsubscribe", "leave", "desabonner", "desabonnement", "quitter");
    private static final Set<String> REMOVE = Set.of("remove", "retirer", "supprimer");
    private static final Set<String> DELEGATE = Set.of("delegate", "deleguer");
    private static final Set<String> UNDELEGATE = Set.of("undelegate", "revoquer");
    private static final Set<String> UNTIL = Set.of("until", "jusqu'au", "jusquau");
    /// Said around a command without changing it.
    private static final Set<String> POLITE = Set.of("please", "from", "for", "tld-ops", "pour", "svp", "moi");
    private static final Pattern DRESS = Pattern.compile("^[\\s*_'\"‘’“”`«»<(-]+|[\\s*_'\"‘’“”`«».,;!?>)]+$");

    private SteeringReader() {}

    /// What stands on a line.
    private record Words(List<Address> addresses, List<Tld> tlds, Optional<LocalDate> until) {}

    static Optional<Command> read(String line) {
        String[] words = line.split("[\\s,;]+");
        if (words.length == 0) return Optional.empty();
        int first = 0;
        while (first < words.length - 1 && POLITE.contains(folded(words[first]))) first++;
        String verb = folded(words[first]);
        List<String> rest = List.of(words).subList(first + 1, words.length);
        if (MODIFY.contains(verb)) return words(rest).filter(said -> said.addresses().isEmpty() && said.until().isEmpty()).map(said -> new Command.Modify(said.tlds()));
        if (UNSUBSCRIBE.contains(verb)) return words(rest.stream().filter(word -> !folded(word).equals("me") || word.startsWith(".")).toList()).filter(said -> said.addresses().isEmpty() && said.until().isEmpty()).map(said -> new Command.Unsubscribe(said.tlds()));
        if (REMOVE.contains(verb)) return words(rest).filter(said -> said.addresses().size() == 1 && said.until().isEmpty()).map(said -> new Command.Remove(said.addresses().getFirst(), said.tlds()));
        if (DELEGATE.contains(verb)) return words(rest).filter(said -> said.addresses().size() == 1).map(said -> new Command.Delegate(said.addresses().getFirst(), said.tlds(), said.until()));
        if (UNDELEGATE.contains(verb)) return words(rest).filter(said -> said.addresses().isEmpty() && said.until().isEmpty()).map(said -> new Command.Undelegate(said.tlds()));
        return Optional.empty();
    }

    private static Optional<Words> words(List<String> rest) {
        List<Address> addresses = new ArrayList<>();
        List<Tld> tlds = new ArrayList<>();
        Optional<LocalDate> until = Optional.empty();
        // one bare `nl` is a ccTLD; several such words are a sentence
        boolean bareNames = rest.stream().map(SteeringReader::bare).filter(word -> word.length() == 2 && !POLITE.contains(word)).count() == 1;
        for (int i = 0; i < rest.size(); i++) {
            String word = bare(rest.get(i));
            if (word.isEmpty() || POLITE.contains(folded(rest.get(i)))) continue;
            if (UNTIL.contains(folded(rest.get(i))) && i + 1 < rest.size()) {
                until = day(bare(rest.get(++i)));
                if (until.isEmpty()) return Optional.empty();
                continue;
            }
            Optional<Address> address = word.contains("@") ? Address.parse(word) : Optional.empty();
            Optional<Tld> tld = word.startsWith(".") || word.startsWith("。") || (bareNames && word.length() == 2) || word.startsWith("xn--") || word.codePoints().anyMatch(c -> c > 0x7f) ? Tld.parse(word) : Optional.empty();
            if (address.isPresent()) addresses.add(address.get());
            else if (tld.isPresent()) tlds.add(tld.get());
            else return Optional.empty();
        }
        return tlds.size() > MOST ? Optional.empty() : Optional.of(new Words(addresses, tlds.stream().distinct().toList(), until));
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static String bare(String word) {
        return DRESS.matcher(word).replaceAll("");
    }

    private static String folded(String word) {
        return Folded.of(bare(word));
    }
}
