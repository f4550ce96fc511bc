package tldops;

import java.time.Instant;
import java.util.Optional;
import tldops.core.BulletinContent;
import tldops.core.Letter;
import tldops.core.Rules;
import tldops.letters.Wording;
import tldops.mail.Composer;
import tldops.mail.Signing;

/// Words and bytes of a letter. The reminder is worded in two parts: its lower half is made once for all readers of a
/// language (N16, DESIGN 1.8).
public final class Composition {
    private Composition() {}

    public static Composer.Composed composed(Letter letter, Wording wording, Rules rules, Instant at, String robot, Optional<Signing> signing) {
        if (letter.content() instanceof BulletinContent.MembershipsReminder reminder)
            return Composer.compose(letter, wording.word(letter), reminder.edition(), wording.word(letter.shared(reminder.edition())), rules.list(), at, robot, signing);
        return new Composer.Composed(Composer.compose(letter, wording.word(letter), rules.list(), at, robot, signing), 0);
    }
}
