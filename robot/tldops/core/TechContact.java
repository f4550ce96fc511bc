package tldops.core;

import java.util.List;
import java.util.Optional;

/// The technical contact at IANA, where `authority.roles` names it (R110, X03): it may start a request, by form or `modify`, and
/// is asked itself. The admin contact is told what was done and can undo it. Nothing that is for the admin contact comes to it.
final class TechContact {
    private TechContact() {}

    /// Its address, where it is heard and is another than the admin contact's.
    static Optional<Address> of(Registry registry, Authority authority) {
        if (!registry.rules().anchor().tech() || !(authority instanceof Authority.Known known)) return Optional.empty();
        return known.technical().filter(technical -> !technical.equals(known.admin()) && !registry.rules().list().owns(technical));
    }

    static boolean speaks(Registry registry, Mail mail, Authority authority) {
        return of(registry, authority).filter(mail::isFrom).isPresent();
    }

    private static boolean started(Matter matter) {
        return matter instanceof Matter.Change change && change.cause() == Matter.Cause.TECH;
    }

    /// Whom this case asks today: the admin contact, but for what the technical contact has started itself.
    static Optional<Address> asked(Registry registry, Case matter, Authority now) {
        Optional<Address> admin = now.address();
        boolean his = started(matter.matter()) && admin.filter(matter.asked()::equals).isEmpty();
        return his ? of(registry, now).or(() -> admin) : admin;
    }

    /// Who answers the question of this case.
    static Standing.Relation relation(Registry registry, Case matter, Authority now) {
        return started(matter.matter()) && of(registry, now).filter(matter.asked()::equals).isPresent() ? Standing.Relation.TECH : Standing.Relation.ADMIN_CONTACT;
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
