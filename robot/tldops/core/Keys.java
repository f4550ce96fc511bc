package tldops.core;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Keys on file: the operator puts them there and takes them away; the admin contact and the Secretariat are told, and he can
/// have a key taken away that is not his by one word (R012, MAIL_RULES §4).
public final class Keys {
    /// For one ccTLD and address: enough to go over from one to the next.
    private static final int MOST = 4;

    private Keys() {}

    public static List<KeyOnFile> of(Registry registry) {
        return registry.kept(Kept.Keys.class).map(Kept.Keys::all).orElse(List.of());
    }

    /// Each key once that is on file for this address, for whatever ccTLD.
    public static List<SigningKey> of(Registry registry, Address address) {
        return of(registry).stream().filter(one -> one.address().equals(address)).map(KeyOnFile::key).distinct().toList();
    }

    static Decision added(Registry registry, Event.Order.AddKey order, String operator, Facts facts, Moment at) {
        SigningKey key = order.key();
        if (!registry.rules().knows(order.tld())) return Decision.of(Journal.of("not added", order.tld().display() + " is no ccTLD"));
        if (!(facts.of(order.tld()) instanceof Authority.Known authority)) return no(order.tld(), "IANA names no admin contact with an address, or can not be asked");
        if (Anchors.fresh(registry, order.tld(), authority)) return no(order.tld(), "IANA has only just named another admin contact; a second reading has to agree (MAIL_RULES 34)");
        List<KeyOnFile> all = of(registry);
        List<KeyOnFile> his = all.stream().filter(one -> one.tld().equals(order.tld()) && one.address().equals(authority.admin())).toList();
        if (!key.addresses().contains(authority.admin())) return no(order.tld(), "the key does not name the address that IANA lists for the admin contact (RFC 8550 3)");
        if (key.over(at.now())) return no(order.tld(), "the key is over since " + key.until().orElseThrow());
        if (his.stream().anyMatch(one -> one.key().fingerprint().equals(key.fingerprint()))) return no(order.tld(), "it is on file");
        if (his.size() >= MOST) return no(order.tld(), MOST + " keys are on file for the admin contact; remove one first");
        Case matter = new Case(registry.nextCase(0), Optional.of(order.tld()), new Matter.KeyNotice(key.kind(), key.fingerprint()), new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()),
                authority.admin(), Subscribers.language(registry, authority.admin()), at.now(), List.of(), false);
        Letters.Asking told = Letters.question(registry, matter, Issued.Purpose.UNDO, authority.admin(), new KeyContent.KeyAdded(order.tld(), key.kind(), key.grouped(), key.until()), at);
        List<KeyOnFile> more = new ArrayList<>(all);
        more.add(new KeyOnFile(order.tld(), authority.admin(), key, at.now(), matter.number()));
        String reason = "by the operator " + operator + ": " + words(key) + key.until().map(last -> ", until " + last.atZone(ZoneOffset.UTC).toLocalDate()).orElse("");
        return Decision.of(Journal.of("key added", reason + " (R012)", matter, told.matter()).evidence(authority).people(List.of(authority.admin().toString())))
                .and(new Change.KeptSaved(new Kept.Keys(List.copyOf(more))), new Change.CaseSaved(told.matter())).and(told.letter())
                .and(Oversight.copy(registry, matter, "key on file", List.of(), "the operator, " + operator, words(key) + " (R012)", at));
    }

    private static Decision no(Tld tld, String why) {
        return Decision.of(Journal.of("not added", why, tld));
    }

    private static String words(SigningKey key) {
        return key.kind().words() + " " + key.fingerprint();
    }

    /// The operator takes it away: by the end of its fingerprint, if that is said of one key alone.
    static Decision removed(Registry registry, Event.Order.RemoveKey order, String operator, Moment at) {
        List<KeyOnFile> meant = of(registry).stream().filter(one -> one.tld().equals(order.tld()) && one.key().fingerprint().endsWith(order.fingerprint())).toList();
        if (meant.size() != 1) return Decision.of(Journal.of("not removed", meant.isEmpty() ? "no such key is on file" : "several keys end so", order.tld()));
        return gone(registry, meant.getFirst(), "the operator, " + operator, "by the operator " + operator, false, at);
    }

    /// The key that this case put on file, while it is there.
    private static Optional<KeyOnFile> of(Registry registry, Case matter) {
        return of(registry).stream().filter(one -> one.caseNumber() == matter.number()).findFirst();
    }

    /// What is there can be taken away at any time: it takes a power back, so IANA is not asked whether he still has it.
    static Optional<Content.Obstacle> obstacle(Registry registry, Case matter) {
        return of(registry, matter).isPresent() ? Optional.empty() : Optional.of(Content.Obstacle.TOO_LATE);
    }

    static Decision undone(Registry registry, Case matter, String decider, String reason, boolean operator, Moment at) {
        return gone(registry, of(registry, matter).orElseThrow(), decider, reason, !operator, at);
    }

    private static Decision gone(Registry registry, KeyOnFile gone, String decider, String reason, boolean himself, Moment at) {
        List<KeyOnFile> rest = of(registry).stream().filter(one -> !one.equals(gone)).toList();
        Case before = registry.caseNumber(gone.caseNumber()).orElseThrow();
        Case ended = before.spent(Issued.Purpose.UNDO).at(new Stage.Ended(Stage.Outcome.UNDONE, at.now(), Optional.empty()));
        Content content = new KeyContent.KeyRemoved(gone.tld(), gone.key().kind(), gone.key().grouped(), himself);
        return Decision.of(Journal.of("key removed", reason + ": " + words(gone.key()) + " (R012)", before, ended).people(List.of(gone.address().toString())))
                .and(new Change.KeptSaved(new Kept.Keys(rest)), new Change.CaseSaved(ended))
                .and(Letters.notice(registry, ended, List.of(gone.address()), content, before.language(), at))
                .and(Oversight.copy(registry, ended, himself ? "key taken away: it is not the admin contact's" : "key removed", List.of(), decider, reason + ": " + words(gone.key()) + " (R012)", at));
    }

    /// Without those of who is forgotten (L45).
    static Stream<Change> without(Registry registry, Set<Address> addresses) {
        List<KeyOnFile> rest = of(registry).stream().filter(one -> !addresses.contains(one.address())).toList();
        return rest.size() == of(registry).size() ? Stream.empty() : Stream.of(new Change.KeptSaved(new Kept.Keys(rest)));
    }
}
