package tldops.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Matter;
import tldops.core.Person;
import tldops.core.Tld;

/// What the robot's questions to an admin contact are about, whatever letter puts them.
final class Questions {
    private Questions() {}

    /// Empty when the letter asks for no word.
    static Optional<Human.Asked> in(Content content) {
        return switch (content) {
            case Content.AuthenticationRequest one -> of(one.tld(), List.of(one.applicant()), content);
            case Content.Question all -> of(all.tld(), all.newcomers().stream().map(Matter.Newcomer::person).toList(), content);
            case Content.QuestionReminder all -> of(all.tld(), all.newcomers().stream().map(Matter.Newcomer::person).toList(), content);
            case ChangeContent.ChangeQuestion change -> of(change.tld(), Stream.concat(change.changed().stream().map(turn -> turn.after().person()), change.added().stream().map(Matter.Newcomer::person)).toList(), content);
            case Content.ReplaceWhom one -> of(one.tld(), List.of(one.newcomer()), content);
            default -> Optional.empty();
        };
    }

    private static Optional<Human.Asked> of(Tld tld, List<Person> people, Content content) {
        return Optional.of(new Human.Asked(Optional.of(tld), people, content));
    }
}
