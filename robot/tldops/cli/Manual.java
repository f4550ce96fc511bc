package tldops.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual pages, made from the commands as they can be typed: one for all, one for each, one for the configuration.
final class Manual {
    private static final String BOOK = "TLD-OPS robot";

    private final CommandLine grammar;
    private final String version;

    Manual(CommandLine grammar) {
        this.grammar = grammar;
        version = grammar.getCommandSpec().version()[0];
    }

    /// @return names like `man1/tldops.1`, each with its page
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("man1/tldops.1", all());
        commands(grammar).forEach(command -> pages.put("man1/" + page(command) + ".1", one(command)));
        pages.put("man5/tldops.conf.5", ConfigPage.page(version, BOOK));
        return pages;
    }

    void write(Path folder) throws IOException {
        for (var page : pages().entrySet()) {
            Path file = folder.resolve(page.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page.getValue(), StandardCharsets.UTF_8);
        }
    }

    private String all() {
        Roff roff = begin(grammar);
        roff.section("COMMANDS");
        commands(grammar).forEach(command -> roff.term(command.getCommandName(), List.of(header(command))));
        roff.term("help", List.of("tldops help COMMAND tells what that command's manual page tells."));
        end(roff, grammar);
        surroundings(roff);
        return roff.seeAlso(Stream.concat(commands(grammar).map(command -> page(command) + "(1)"), Stream.of("tldops.conf(5)")).toList()).toString();
    }

    private String one(CommandLine command) {
        Roff roff = begin(command);
        if (!command.getSubcommands().isEmpty()) roff.section("COMMANDS");
        commands(command).forEach(below -> {
            roff.part(below.getCommandName());
            roff.paragraph(header(below));
            roff.synopsisLine(synopsis(below));
            roff.lines(description(below));
            arguments(roff, below);
            Examples.of(below.getCommandSpec().qualifiedName(" ")).forEach(example -> roff.example(example.typed(), example.meaning()));
        });
        end(roff, command);
        return roff.seeAlso(List.of("tldops(1)", "tldops.conf(5)")).toString();
    }

    private Roff begin(CommandLine command) {
        Roff roff = new Roff(page(command), 1, version, BOOK);
        roff.section("NAME").paragraphless(page(command) + " - " + header(command).replaceFirst("\\.$", ""));
        roff.synopsis(synopsis(command));
        roff.section("DESCRIPTION").lines(description(command));
        List<PositionalParamSpec> positional = command.getCommandSpec().positionalParameters();
        if (!positional.isEmpty()) {
            roff.section("ARGUMENTS");
            positional.forEach(each -> roff.term(each.paramLabel(), text(each)));
        }
        roff.section("OPTIONS");
        options(command).forEach(option -> roff.term(names(option), text(option)));
        return roff;
    }

    /// Of a command below another: its own alone, for the others stand above.
    private static void arguments(Roff roff, CommandLine command) {
        command.getCommandSpec().positionalParameters().forEach(each -> roff.term(each.paramLabel(), text(each)));
        options(command).filter(option -> !option.inherited()).forEach(option -> roff.term(names(option), text(option)));
    }

    private static void end(Roff roff, CommandLine command) {
        roff.section("EXIT STATUS");
        Exit.described().forEach((code, meaning) -> roff.term(code, List.of(meaning)));
        List<Examples.Example> examples = Examples.of(command.getCommandSpec().qualifiedName(" "));
        if (!examples.isEmpty()) roff.section("EXAMPLES");
        examples.forEach(example -> roff.example(example.typed(), example.meaning()));
    }

    private static void surroundings(Roff roff) {
        roff.section("ENVIRONMENT");
        Surroundings.ENVIRONMENT.forEach((name, meaning) -> roff.term(name, List.of(meaning)));
        roff.section("FILES");
        Surroundings.FILES.forEach((name, meaning) -> roff.term(name, List.of(meaning)));
    }

    private static Stream<CommandLine> commands(CommandLine above) {
        return Grammar.sorted(above.getSubcommands().values().stream().filter(command -> !command.getCommandSpec().usageMessage().hidden() && !command.getCommandName().equals("help")));
    }

    private static String page(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private static String header(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().header());
    }

    private static List<String> description(CommandLine command) {
        return List.of(command.getCommandSpec().usageMessage().description());
    }

    private static String synopsis(CommandLine command) {
        return new CommandLine.Help(command.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF)).synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream().filter(option -> !option.hidden()).sorted(Comparator.comparing(OptionSpec::longestName));
    }

    private static String names(OptionSpec option) {
        return String.join(", ", option.names()) + (option.arity().max() > 0 ? "=" + option.paramLabel() : "");
    }

    /// With what picocli writes into it: the values to choose from, the default.
    private static List<String> text(ArgSpec argument) {
        return List.of(argument.description());
    }
}
