package tldops.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whether a good signature counts (R012, MAIL_RULES §4 and 10, level A): the key is on file for this ccTLD and this address,
/// IANA names this address now, and the signed text holds the one secret of a question that waits for an answer. Whatever is
/// missing, the mail proves what it proves without a signature.
final class Signatures {
    private Signatures() {}

    private static final Duration DAY = Duration.ofDays(1);

    /// The mail with its signature weighed.
    static Event weighed(Registry registry, Event event) {
        return event instanceof Event.Arrived(var mail, var request, var facts) ? new Event.Arrived(weighed(registry, mail, facts), request, facts) : event;
    }

    static Mail weighed(Registry registry, Mail mail, Facts facts) {
        Optional<Signature> signature = mail.authentication().signature();
        return signature.isPresent() && signature.get() instanceof Signature.Good good ? mail.judged(mail.authentication().with(weighed(registry, mail, good, facts))) : mail;
    }

    private static Signature weighed(Registry registry, Mail mail, Signature.Good good, Facts facts) {
        Optional<Bearings.Held> held = Bearings.of(registry, mail).filter(found -> mail.isFrom(found.issued().to()));
        if (held.isEmpty() || good.secrets().size() != 1 || !good.secrets().iterator().next().hash().equals(held.get().issued().hash()))
            return new Signature.Uncounted(Signature.Reason.NO_SECRET, "the signed text does not hold the secret of the question alone");
        Case matter = held.get().matter();
        if (!held.get().issued().live()) return new Signature.Uncounted(Signature.Reason.NO_SECRET, "the secret in the signed text was used before");
        boolean his = !matter.matter().personal() && held.get().issued().purpose() != Issued.Purpose.OVERSIGHT
                && matter.tld().filter(tld -> facts.of(tld).address().filter(mail::isFrom).isPresent() && onFile(registry, tld, mail, good)).isPresent();
        return his ? new Signature.Counted(good.kind(), good.fingerprint(), good.at())
                : new Signature.Uncounted(Signature.Reason.NOT_ON_FILE, "the key is not on file for what was asked, or IANA names another contact");
    }

    private static boolean onFile(Registry registry, Tld tld, Mail mail, Signature.Good good) {
        return Keys.of(registry).stream().anyMatch(one -> one.tld().equals(tld) && mail.isFrom(one.address()) && one.key().fingerprint().equals(good.fingerprint()));
    }

    /// The journal tells what came of the signature (MAIL_RULES 32); whom it was for hears why it did not count.
    static Decision told(Registry registry, Event event, Moment at) {
        if (!(event instanceof Event.Arrived(var mail, _, _)) || mail.redirectedBy().isPresent()) return Decision.EMPTY;
        return mail.authentication().signature().map(signature -> told(registry, mail, signature, at)).orElse(Decision.EMPTY);
    }

    private static Decision told(Registry registry, Mail mail, Signature signature, Moment at) {
        return switch (signature) {
            case Signature.Counted counted -> Decision.of(line(registry, mail, "signature counted", counted.kind().words() + " " + counted.fingerprint() + ", signed " + counted.at() + " (MAIL_RULES 10, level A)"));
            case Signature.Uncounted uncounted -> Decision.of(line(registry, mail, "signature not counted", uncounted.words() + " (R012)")).and(explained(registry, mail, uncounted, at));
            case Signature.Good _ -> Decision.EMPTY;
        };
    }

    private static Journal line(Registry registry, Mail mail, String what, String reason) {
        return Bearings.of(registry, mail).map(held -> Journal.of(what, reason, held.matter(), held.matter())).orElseGet(() -> Journal.of(what, reason));
    }

    /// To the address that was asked, once a day, where it brought the secret and its word has to be asked for again or can be undone.
    private static Decision explained(Registry registry, Mail mail, Signature.Uncounted uncounted, Moment at) {
        if (mail.authentication().authenticated()) return Decision.EMPTY;
        String key = "signature:" + mail.from().map(Address::key).orElse("");
        Optional<Bearings.Held> held = Bearings.of(registry, mail).filter(found -> found.issued().live() && found.issued().purpose() != Issued.Purpose.OVERSIGHT && !found.matter().matter().personal());
        boolean his = held.filter(found -> mail.isFrom(found.issued().to()) && mail.isFrom(found.matter().asked())).isPresent();
        if (!his || registry.counted(key, at.now().minus(DAY)) > 0) return Decision.EMPTY;
        Case matter = held.get().matter();
        Content content = new KeyContent.SignatureUncounted(matter.tld(), uncounted.reason());
        return Decision.EMPTY.and(Letters.notice(registry, matter, List.of(matter.asked()), content, matter.language(), at)).and(new Change.Counted(key, at.now()));
    }
}
