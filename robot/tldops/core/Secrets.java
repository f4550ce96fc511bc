package tldops.core;

import java.util.stream.Stream;

/// Whether a mail to the list holds a secret of ours, whoever's (MAIL_RULES 16, X07): all who get it could answer, or ask,
/// in his place.
final class Secrets {
    private Secrets() {}

    static boolean in(Registry registry, Mail mail, Request.Post post) {
        return !mail.bearers().isEmpty() || post.secrets().stream().anyMatch(token -> ours(registry, token)) || post.commands().stream().anyMatch(command -> password(registry, command));
    }

    private static boolean ours(Registry registry, Token token) {
        return registry.caseOf(token).isPresent() || registry.provedBy(token).isPresent() || reminder(registry, token) || WhoAnswer.password(registry, token.secret());
    }

    private static boolean password(Registry registry, Request.Command command) {
        return command instanceof Request.Command.Who who && who.password().filter(said -> WhoAnswer.password(registry, said)).isPresent();
    }

    /// The secret in a reader's copy of the last edition.
    private static boolean reminder(Registry registry, Token token) {
        return registry.kept(Kept.Edition.class).stream()
                .anyMatch(edition -> Stream.concat(registry.members().stream().flatMap(member -> member.person().addresses().stream()), registry.guests().stream().map(Guest::address))
                        .anyMatch(address -> edition.asked().contains(Entries.secret(token, address))));
    }
}
