package tldops.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The letters that left so far in a story, so that people in it can answer them: `{reply 2}`, `{token last}`,
/// `{secret anna@registry.example}`, and on a line of its own `{quote ...}` (with `>`) or `{original ...}` (without).
/// `{bounces ...}` is the bounce address of a letter, with an address behind it that of one copy. A letter is named by its number, by its recipient (his newest) or by the word `last`.
final class Sent {
    private static final Pattern NAMED = Pattern.compile("\\{(reply|bounces|token|TOKEN|secret|id|subject) ([^}]+)}");
    private static final Pattern COPIED = Pattern.compile("\\{(quote|original) ([^}]+)}");

    private final List<Posted> letters = new ArrayList<>();

    void add(List<Posted> more) {
        letters.addAll(more);
    }

    Posted letter(String which) {
        if (letters.isEmpty()) throw new IllegalArgumentException("no letter was sent yet");
        if (which.equals("last")) return letters.getLast();
        if (which.matches("\\d+")) {
            int number = Integer.parseInt(which);
            if (number < 1 || number > letters.size()) throw new IllegalArgumentException("only " + letters.size() + " letters were sent so far, there is no " + which);
            return letters.get(number - 1);
        }
        return newest(which, false);
    }

    /// The newest letter to an address; one that can be answered goes first when a secret is wanted.
    private Posted newest(String address, boolean answerable) {
        for (Posted letter : letters.reversed()) if (letter.isTo(address) && (!answerable || letter.token().isPresent())) return letter;
        if (answerable) return newest(address, false);
        throw new IllegalArgumentException("no letter went to " + address);
    }

    /// The letter that somebody answers who answers this one.
    Posted answerable(String which) {
        return which.contains("@") ? newest(which, true) : letter(which);
    }

    String filled(String line) {
        Matcher matcher = NAMED.matcher(line);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "bounces" -> Bounce.address(letter(found.group(2).split(" ")[0]), found.group(2));
            case "reply" -> answerable(found.group(2)).header("Reply-To").replaceAll("^.*<|>.*$", "");
            case "token" -> answerable(found.group(2)).token().orElseThrow(() -> new IllegalArgumentException("letter " + found.group(2) + " has no token"));
            case "TOKEN" -> filled("{token " + found.group(2) + "}").toUpperCase(Locale.ROOT);
            case "secret" -> letter(found.group(2)).secret().orElseThrow(() -> new IllegalArgumentException("letter " + found.group(2) + " holds no secret"));
            case "id" -> letter(found.group(2)).header("Message-ID");
            default -> letter(found.group(2)).header("Subject");
        }));
    }

    /// A line of a mail's text, with what it copies.
    List<String> lines(String line) {
        Matcher copied = COPIED.matcher(line.strip());
        if (!copied.matches()) return List.of(filled(line));
        List<String> text = answerable(copied.group(2)).text();
        return copied.group(1).equals("original") ? text : text.stream().map(each -> ("> " + each).stripTrailing()).toList();
    }
}
