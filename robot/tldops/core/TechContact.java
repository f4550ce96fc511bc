package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The technical contact at IANA, where `authority.roles` names it (R110, X03): it may start a request, by form or `modify`, and
/// is asked itself. The admin contact is told what was done and can undo it. Nothing that is for the admin contact comes to it.
final class TechContact {
    /// Under which the readings that named it are counted, and for how long.
    static final String SEEN = "technical:";
    static final Duration MEMORY = Duration.ofDays(7);

    /// A reading is counted again after that.
    private static final Duration AGAIN = Duration.ofHours(12);

    private TechContact() {}

    /// Its address, where it is heard and is another than the admin contact's. Where the watch runs, it counts when two readings
    /// far enough apart have named it, as the admin contact does (MAIL_RULES 34).
    static Optional<Address> of(Registry registry, Tld tld, Authority authority, Moment at) {
        boolean watched = Anchors.of(registry, tld).isPresent();
        return named(registry, authority).filter(technical -> !watched || before(registry, key(tld, technical), at));
    }

    private static Optional<Address> named(Registry registry, Authority authority) {
        if (!registry.rules().anchor().tech() || !(authority instanceof Authority.Known known)) return Optional.empty();
        return known.technical().filter(technical -> !technical.equals(known.admin()) && !registry.rules().list().owns(technical));
    }

    /// Remembers for some days whom readings named. With whom the watch of a ccTLD begins, that one counts.
    static Decision seen(Registry registry, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Map.Entry<Tld, Authority> one : new TreeMap<>(facts.authorities()).entrySet()) {
            Optional<Address> technical = named(registry, one.getValue());
            String own = technical.map(address -> key(one.getKey(), address)).orElse("");
            // a reading that names another breaks the row of those that agree
            if (one.getValue() instanceof Authority.Known) for (String key : registry.lastOf(SEEN + one.getKey() + ":").keySet()) if (!key.equals(own)) decision = decision.and(new Change.CountGone(key));
            if (technical.isEmpty() || registry.counted(key(one.getKey(), technical.get()), at.now().minus(AGAIN)) > 0) continue;
            boolean begins = Anchors.of(registry, one.getKey()).isEmpty();
            decision = decision.and(new Change.Counted(key(one.getKey(), technical.get()), begins ? at.now().minus(registry.rules().anchor().apart()) : at.now()));
        }
        return decision;
    }

    private static boolean before(Registry registry, String key, Moment at) {
        return registry.counted(key, Instant.MIN) > registry.counted(key, at.now().minus(registry.rules().anchor().apart()));
    }

    private static String key(Tld tld, Address technical) {
        return SEEN + tld + ":" + technical.key();
    }

    static boolean speaks(Registry registry, Mail mail, Tld tld, Authority authority, Moment at) {
        return of(registry, tld, authority, at).filter(mail::isFrom).isPresent();
    }

    private static boolean started(Matter matter) {
        return matter instanceof Matter.Change change && change.cause() == Matter.Cause.TECH;
    }

    /// Whom this case asks today: the admin contact, but for what the technical contact has started itself.
    static Optional<Address> asked(Registry registry, Case matter, Authority now, Moment at) {
        Optional<Address> admin = now.address();
        boolean his = started(matter.matter()) && admin.filter(matter.asked()::equals).isEmpty();
        return his ? of(registry, matter.tld().orElseThrow(), now, at).or(() -> admin) : admin;
    }

    /// Who answers the question of this case.
    static Standing.Relation relation(Registry registry, Case matter, Authority now, Moment at) {
        return started(matter.matter()) && of(registry, matter.tld().orElseThrow(), now, at).filter(matter.asked()::equals).isPresent() ? Standing.Relation.TECH : Standing.Relation.ADMIN_CONTACT;
    }

    /// Its yes: done in the admin contact's name, who can take it back.
    static Decision confirmed(Registry registry, Case matter, Matter.Change wish, Admissions.Act act, Moment at) {
        return Amendments.apply(registry, matter.asking(act.authority().address().orElseThrow()), wish, Optional.of(matter.asked()), act, at);
    }

    /// Its no: it may ask again, since it has asked itself.
    static Decision denied(Registry registry, Case matter, Matter.Change wish, Admissions.Act act, Moment at) {
        return Changes.denied(registry, matter, new Matter.Change(wish.cause(), wish.effect(), List.of()), Content.Result.Became.DENIED, act, at);
    }

    /// A form that names nobody new and changes nothing.
    static Decision nothingNew(Registry registry, Mail mail, Tld tld, List<Matter.Newcomer> named, Moment at) {
        Decision nothing = Decision.of(Journal.of("nothing new", "the technical contact's form changes nothing (X03)", tld));
        Content.Result result = new Content.Result(tld, Content.Result.Became.NOTHING_NEW, List.of(), List.of(), named.stream().map(Matter.Newcomer::person).toList(), false);
        return mail.authenticated() ? nothing.and(Answering.answer(registry, mail, true, new Content.Done(List.of(result)), mail.language(), at)) : nothing;
    }
}
