package tldops;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import tldops.core.BulletinContent;
import tldops.core.Carried;
import tldops.core.Letter;
import tldops.core.PostContent;
import tldops.core.Rules;
import tldops.letters.Wording;
import tldops.mail.Carrier;
import tldops.mail.Composer;
import tldops.mail.DigestMail;
import tldops.mail.Signing;

/// Words and bytes of a letter. A post leaves as it came; the reminder is worded in two parts, its lower half made once for
/// all readers of a language (N16, DESIGN 1.8).
public final class Composition {
    private Composition() {}

    /// @param raw the bytes of an inbox row
    public static Composer.Composed composed(Letter letter, Wording wording, Rules rules, Instant at, String robot, LongFunction<Optional<byte[]>> raw, Optional<Signing> signing) {
        return switch (letter.content()) {
            case Carried post -> {
                byte[] came = raw.apply(post.inbox()).filter(bytes -> bytes.length > 0).orElseThrow(() -> new IllegalStateException("the bytes of mail " + post.inbox() + " are gone"));
                yield whole(Carrier.carried(came, letter, post, rules.list(), rules.posting(), at, robot, signing));
            }
            case PostContent.DailyDigest digest -> whole(DigestMail.compose(letter, wording.word(letter), digest, rules.list(), at, robot, raw, signing));
            case BulletinContent.MembershipsReminder reminder ->
                    Composer.compose(letter, wording.word(letter), reminder.edition(), wording.word(letter.shared(reminder.edition())), rules.list(), at, robot, signing);
            default -> whole(Composer.compose(letter, wording.word(letter), rules.list(), at, robot, signing));
        };
    }

    private static Composer.Composed whole(byte[] bytes) {
        return new Composer.Composed(bytes, 0);
    }

    /// With its brackets. A post keeps its author's.
    public static String messageId(Letter letter, Rules rules) {
        boolean own = letter.content() instanceof Carried post && !post.messageId().isEmpty();
        return own ? "<" + ((Carried) letter.content()).messageId() + ">" : Composer.messageId(letter, rules.list());
    }
}
