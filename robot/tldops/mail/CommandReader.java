package tldops.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tldops.core.Clean;
import tldops.core.Request.Command;
import tldops.core.Request.Commands;
import tldops.core.Tld;

/// Reads the commands of the request robot, one a line, as the list server of the seeds did (R054-R058, X07, X08, V3).
/// What is no command is told back, but never a password (MAIL_RULES 24).
final class CommandReader {
    private static final int COMMANDS = 25;
    private static final int TOLD = 100;
    private static final int LINE = 200;
    private static final int TLDS = 50;
    private static final Pattern DRESS = Pattern.compile("^[\\s*_'\"‘’“”`«»>-]+|[\\s*_'\"‘’“”`«».,;!?]+$");
    private static final Pattern ARGUMENT = Pattern.compile("^[<'\"‘“`]+|[>'\"’”`]+$");
    private static final Set<String> WHO = Set.of("who", "qui");
    private static final Set<String> HELP = Set.of("help", "aide");
    private static final Set<String> PASSWORD = Set.of("password", "mot de passe");
    private static final Map<String, Boolean> BATCHES = Map.of("batches hold", false, "batches resume", true, "batches start", true);
    private static final Set<String> END = Set.of("end", "stop", "fin");
    private static final Pattern SECRET = Pattern.compile("(?i)^(\\W*(?:who|qui|password|mot de passe)\\b).+");

    private CommandReader() {}

    /// Commands of the Subject first, then those of the body; a Subject that is no command is left aside.
    static Commands read(String subject, NewText text, boolean ignoredParts) {
        Set<Command> commands = new LinkedHashSet<>();
        List<String> beside = new ArrayList<>();
        List<String> unprocessed = new ArrayList<>();
        command(Clean.line(subject)).ifPresent(commands::add);
        boolean ended = false;
        for (String raw : text.written().split("\n", -1)) {
            String line = Clean.line(raw);
            if (line.isEmpty() || raw.stripLeading().startsWith(">")) continue;
            ended |= line.equals("--") || END.contains(Folded.of(DRESS.matcher(LeafletCommands.english(line)).replaceAll("")));
            Optional<Command> command = ended || commands.size() >= COMMANDS ? Optional.empty() : command(line);
            if (command.isPresent()) commands.add(command.get());
            else tell(ended ? unprocessed : beside, line);
        }
        // what stands beside `urgent .xx` is for those who are called
        boolean calls = commands.stream().anyMatch(command -> command instanceof Command.Urgent);
        if (!calls) unprocessed.addAll(0, beside);
        for (String line : text.signature().split("\n", -1)) if (!line.isBlank()) tell(unprocessed, line);
        if (calls) return new Commands(OptionReader.calling(List.copyOf(commands), beside), List.copyOf(unprocessed), ignoredParts);
        return new Commands(List.copyOf(commands), List.copyOf(unprocessed), ignoredParts);
    }

    /// A `who` with a password, wherever the line stands.
    static Optional<Command> who(String line) {
        return line.length() > LINE ? Optional.empty() : command(Clean.line(line)).filter(command -> command instanceof Command.Who who && who.password().isPresent());
    }

    private static void tell(List<String> unprocessed, String line) {
        if (unprocessed.size() < TOLD) unprocessed.add(SECRET.matcher(LeafletCommands.masked(Clean.line(line, LINE))).replaceFirst("$1 ***"));
    }

    private static Optional<Command> command(String typed) {
        if (typed.length() > 2000) return Optional.empty();
        String line = LeafletCommands.english(typed);
        String word = Folded.of(DRESS.matcher(line).replaceAll(""));
        Optional<Command> option = OptionReader.read(line, word);
        if (option.isPresent()) return option;
        if (HELP.contains(word)) return Optional.of(new Command.Help());
        if (PASSWORD.contains(word)) return Optional.of(new Command.Password());
        if (WHO.contains(word)) return Optional.of(new Command.Who(Optional.empty(), List.of()));
        if (BATCHES.containsKey(word)) return Optional.of(new Command.Batches(BATCHES.get(word)));
        Optional<Command> steering = SteeringReader.read(line);
        if (steering.isPresent()) return steering;
        int space = line.indexOf(' ');
        if (space < 0 || !WHO.contains(Folded.of(DRESS.matcher(line.substring(0, space)).replaceAll("")))) return Optional.empty();
        return who(line.substring(space + 1).split("[\\s,;،、，；؛]+"));
    }

    /// At most one word that is no ccTLD: the password. With more it is a sentence that begins with `who`.
    private static Optional<Command> who(String[] arguments) {
        Optional<String> password = Optional.empty();
        Set<Tld> tlds = new LinkedHashSet<>();
        for (String dressed : arguments) {
            String argument = ARGUMENT.matcher(dressed).replaceAll("");
            if (argument.isEmpty()) continue;
            boolean meant = argument.startsWith(".") || argument.startsWith("。") || (arguments.length == 1 && argument.length() == 2) || argument.startsWith("xn--") || argument.codePoints().anyMatch(c -> c > 0x7f);
            Optional<Tld> tld = meant ? Tld.parse(argument.replaceAll("[.?!]+$", "")) : Optional.empty();
            if (tld.isPresent()) tlds.add(tld.get());
            else if (password.isPresent() || argument.startsWith(".")) return Optional.empty();
            else password = Optional.of(argument);
        }
        return tlds.size() > TLDS ? Optional.empty() : Optional.of(new Command.Who(password, List.copyOf(tlds)));
    }
}
