package tldops.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A reader answers the reminder: `ok` says that his entry is right (N16). The secret was sent to his stored address.
final class Entries {
    private static final Set<String> YES = Set.of("ok", "okay", "yes", "correct", "oui", "d'accord", "d’accord", "c'est bon", "c’est bon", "exact");

    private Entries() {}

    /// What is counted when somebody says so: the next reminder tells when it was.
    static String key(Address address) {
        return "entry:" + address.key();
    }

    /// How the secret in his letter is kept: bound to him, and short, since there is one for each reader.
    static String secret(Token token, Address address) {
        return Digest.hex(token.hash() + " " + address.key()).substring(0, 32);
    }

    /// Empty when the mail brings no secret of the last edition, or asks for something else.
    static Optional<Decision> answered(Registry registry, Mail mail, Request request, Moment at) {
        boolean word = request instanceof Request.Unclear || request instanceof Request.Answered;
        if (!word || mail.from().isEmpty() || mail.failed() || mail.redirectedBy().isPresent() || Bearings.of(registry, mail).isPresent()) return Optional.empty();
        Address from = mail.from().get();
        return brings(registry, mail, from) ? Optional.of(answered(registry, mail, from, request, at)) : Optional.empty();
    }

    /// Whether it brings the secret of the last edition that was sent to this address.
    static boolean brings(Registry registry, Mail mail, Address from) {
        return registry.kept(Kept.Edition.class).stream().anyMatch(edition -> mail.bearers().stream().anyMatch(bearer -> edition.asked().contains(secret(bearer.token(), from))));
    }

    /// Whether he says that all is right.
    static boolean yes(Mail mail, Request request) {
        return says(mail) || Answers.verdict(request instanceof Request.Answered said ? said : new Request.Answered(Set.of(), List.of(), false), Set.of(Request.Word.CONFIRM)).isPresent();
    }

    private static Decision answered(Registry registry, Mail mail, Address from, Request request, Moment at) {
        List<Member> mine = registry.membersWith(from).stream().filter(member -> member.person().address().equals(from)).toList();
        boolean yes = yes(mail, request);
        BulletinContent content = new BulletinContent.EntryAnswered(yes, Bulletins.lines(registry, mine));
        Language language = mine.stream().map(Member::language).findFirst().or(() -> registry.guest(from).map(Guest::language)).orElse(mail.language());
        Decision answer = Answering.answer(registry, mail, true, content, language, at);
        if (!yes) return Decision.of(Journal.of("asked back", "no `ok` in the answer to the reminder (N16)")).and(answer);
        return Decision.of(Journal.of("entry confirmed", "`ok` to the reminder, with its secret (N16)")).and(new Change.Counted(key(from), at.now())).and(mail.authenticated() ? Decision.EMPTY : Scores.healed(registry, from, at)).and(answer);
    }

    /// The first line that he wrote is the word and nothing else.
    private static boolean says(Mail mail) {
        return mail.text().lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
                .map(line -> line.toLowerCase(Locale.ROOT).replaceAll("^[\\s\"'“”«»*_-]+|[\\s.,!\"“”«»*_-]+$", "")).filter(YES::contains).isPresent();
    }
}
