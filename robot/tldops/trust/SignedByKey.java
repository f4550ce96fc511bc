package tldops.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Bearer;
import tldops.core.Mail;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Signature;
import tldops.core.SigningKey;
import tldops.mail.Reading;
import tldops.mail.SignedPart;

/// The stronger factor of R012: a mail that is signed by a key on file for its From address is read anew, from the signed part
/// alone (MAIL_RULES §4). Without such a key, or without a secret of ours in the signed text, it stays as it was read.
public final class SignedByKey {
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(1);

    /// A good signature.
    ///
    /// @param content what it covers
    @SuppressWarnings("ArrayRecordComponent")
    record Verified(SigningKey key, Instant at, byte[] content) {}

    private SignedByKey() {}

    /// The mail with what its signature comes to.
    ///
    /// @param keys those on file for an address; asked for only where a mail is signed
    public static Reading judged(Reading read, byte[] raw, Function<Address, List<SigningKey>> keys, Rules.MailingList own) {
        Mail mail = read.mail();
        boolean person = !(read.request() instanceof Request.Automatic) && !(read.request() instanceof Request.Bounced) && !(read.request() instanceof Request.Post);
        if (mail.from().isEmpty() || mail.redirectedBy().isPresent() || !person) return read;
        List<SignedPart> parts = SignedPart.in(raw);
        List<SigningKey> known = parts.isEmpty() ? List.of() : keys.apply(mail.from().get());
        if (known.isEmpty()) return read;
        try {
            if (parts.size() > 1) throw new NotCounted(Signature.Reason.NOT_GOOD, "more than one signed part");
            Verified verified = verified(parts.getFirst(), known, mail.arrived());
            Optional<SignedPart.Text> text = SignedPart.read(verified.content(), own);
            List<Bearer> bearers = text.map(SignedPart.Text::bearers).orElse(List.of());
            if (bearers.isEmpty()) throw new NotCounted(Signature.Reason.NO_SECRET, "no secret of ours stands in the signed text");
            Signature.Good good = new Signature.Good(verified.key().kind(), verified.key().fingerprint(), verified.at(), bearers.stream().map(Bearer::token).collect(Collectors.toUnmodifiableSet()));
            return new Reading(with(mail, good).bearing(joined(mail.bearers(), bearers)), text.orElseThrow().request(), read.headers());
        } catch (NotCounted not) {
            return new Reading(with(mail, not.why()), read.request(), read.headers());
        }
    }

    private static Mail with(Mail mail, Signature signature) {
        return mail.judged(mail.authentication().with(signature));
    }

    /// A mail whose text only the signature holds (RFC 8551 3.5.2) has brought no other.
    private static List<Bearer> joined(List<Bearer> whole, List<Bearer> signed) {
        return Stream.concat(whole.stream(), signed.stream()).distinct().toList();
    }

    private static Verified verified(SignedPart part, List<SigningKey> known, Instant arrived) throws NotCounted {
        Verified verified = switch (part.protocol()) {
            case "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pkcs7-mime" -> Smime.verified(part, of(known, SigningKey.Kind.CERTIFICATE), arrived);
            case "application/pgp-signature" -> OpenPgp.verified(part, of(known, SigningKey.Kind.OPENPGP), arrived);
            default -> throw new NotCounted(Signature.Reason.NOT_GOOD, "no kind of signature that we know");
        };
        if (verified.at().isBefore(arrived.minus(OLDEST))) throw new NotCounted(Signature.Reason.TIME, "signed more than 7 days ago, at " + verified.at());
        if (verified.at().isAfter(arrived.plus(AHEAD))) throw new NotCounted(Signature.Reason.TIME, "signed more than 1 day ahead, at " + verified.at());
        return verified;
    }

    private static List<SigningKey> of(List<SigningKey> known, SigningKey.Kind kind) throws NotCounted {
        List<SigningKey> some = known.stream().filter(key -> key.kind() == kind).toList();
        if (some.isEmpty()) throw new NotCounted(Signature.Reason.NOT_GOOD, "no key of this kind is on file for the address");
        return some;
    }
}
