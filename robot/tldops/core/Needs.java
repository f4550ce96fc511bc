package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What has to be looked up before an event can be decided: the second room asks this, the third answers (MAIL_RULES 11).
public final class Needs {
    private Needs() {}

    public static Need of(Registry registry, Mail mail, Request request) {
        if (mail.from().isEmpty()) return mail.shown().isEmpty() ? Need.NOTHING : forShown(registry, request);
        if (mail.failed() && Bearings.of(registry, mail).isEmpty()) return Need.NOTHING;
        return switch (request) {
            case Request.FilledIn filled -> forForm(registry, mail, filled.form());
            case Request.Answered _ -> forAnswer(registry, mail);
            case Request.Commands commands -> Steering.need(registry, mail, commands.commands());
            case Request.Automatic _, Request.Bounced _, Request.Complained _, Request.Unclear _, Request.Post _ -> Need.NOTHING;
        };
    }

    public static Need of(Registry registry, Event.Order order) {
        Duration fresh = registry.rules().times().ianaForDecisions();
        return switch (order) {
            case Event.Order.Invite invite -> new Need(known(registry, new TreeSet<>(invite.tlds())), Set.of(), registry.rules().times().ianaForTheRest());
            case Event.Order.AcceptClock _, Event.Order.Import _, Event.Order.AddGuest _, Event.Order.RemoveGuest _, Event.Order.Campaign _, Event.Order.RemoveKey _ -> Need.NOTHING;
            case Event.Order.AddKey add -> new Need(known(registry, Set.of(add.tld())), Set.of(), fresh);
            case Event.Order.Undo undo -> new Need(known(registry, registry.caseNumber(undo.caseNumber()).flatMap(Case::tld).map(Set::of).orElse(Set.of())), Set.of(), fresh);
            case Event.Order.Judge judge -> new Need(known(registry, registry.caseNumber(judge.caseNumber()).flatMap(Case::tld).map(Set::of).orElse(Set.of())), Set.of(), fresh);
        };
    }

    /// For a duty that falls due: whom it writes to is looked up, and nobody else.
    public static Need of(Registry registry, Event.Duty duty, Instant now) {
        Rules.Times times = registry.rules().times();
        return switch (duty) {
            case DEADLINES -> need(known(registry, joined(Deadlines.asking(registry, now), Anchors.awaited(registry, now))), times.ianaForDecisions());
            case WATCH -> need(registry.rules().ccTlds().values().stream().filter(CcTld::delegated).map(CcTld::tld).collect(Collectors.toUnmodifiableSet()), times.ianaForDecisions());
            case INVITATIONS -> need(Batches.campaign(registry).running() ? Set.copyOf(Batches.next(registry, now).map(Batches.Plan::candidates).orElse(List.of())) : Set.of(), times.ianaForTheRest());
            case VALIDATION -> need(known(registry, Checks.asking(registry, now)), times.ianaForDecisions());
            // whoever speaks for a contact that IANA names no more is told so on that day, not when he next writes
            case HOUSEKEEPING -> need(registry.delegates().stream().map(Delegate::tld).collect(Collectors.toUnmodifiableSet()), times.ianaForDecisions());
            default -> Need.NOTHING;
        };
    }

    private static Set<Tld> joined(Set<Tld> some, Set<Tld> more) {
        Set<Tld> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Need need(Set<Tld> tlds, Duration age) {
        return tlds.isEmpty() ? Need.NOTHING : new Need(tlds, Set.of(), age);
    }

    /// For a letter that may have to be written anew.
    public static Need ofExpired(Registry registry, String letter) {
        Set<Tld> asked = new TreeSet<>();
        for (Case matter : registry.casesOfLetter(letter)) if (matter.stage() instanceof Stage.Written && !matter.matter().personal()) matter.tld().ifPresent(asked::add);
        return asked.isEmpty() ? Need.NOTHING : new Need(known(registry, asked), Set.of(), registry.rules().times().ianaForDecisions());
    }

    /// A From that nobody can have, over a form that names its ccTLD: is it made to look like the contact's (MAIL_RULES 8)?
    private static Need forShown(Registry registry, Request request) {
        Set<Tld> tlds = new TreeSet<>();
        if (request instanceof Request.FilledIn(Form form)) for (Form.Field<Tld> field : form.tlds()) tlds.addAll(field.value());
        return need(known(registry, tlds), registry.rules().times().ianaForTheRest());
    }

    private static Need forForm(Registry registry, Mail mail, Form form) {
        Optional<Case> held = Bearings.of(registry, mail).map(Bearings.Held::matter);
        Set<Tld> tlds = new TreeSet<>();
        held.flatMap(Case::tld).ifPresent(tlds::add);
        for (Form.Field<Tld> field : form.tlds()) tlds.addAll(field.value());
        held.flatMap(Submissions::draft).ifPresent(draft -> draft.tlds().forEach(field -> tlds.addAll(field.value())));
        if (!tlds.isEmpty()) return new Need(known(registry, tlds), Set.of(), age(registry, mail, held));
        Set<Address> addresses = new HashSet<>(mail.visible());
        addresses.add(mail.from().orElseThrow());
        addresses.removeIf(address -> registry.rules().list().owns(address));
        return new Need(Set.of(), Set.copyOf(addresses), age(registry, mail, held));
    }

    private static Need forAnswer(Registry registry, Mail mail) {
        Optional<Bearings.Held> held = Bearings.of(registry, mail);
        Set<Tld> tlds = new TreeSet<>();
        if (held.isPresent()) {
            held.get().matter().tld().ifPresent(tlds::add);
            if (held.get().matter().matter() instanceof Matter.WhichTld which) tlds.addAll(which.candidates());
            if (held.get().issued().purpose() == Issued.Purpose.UNDO) Undoing.together(registry, held.get().issued()).forEach(matter -> matter.tld().ifPresent(tlds::add));
            if (held.get().matter().matter() instanceof Matter.Reconfirmation asked) Reconfirming.group(registry, asked).forEach(matter -> matter.tld().ifPresent(tlds::add));
            if (held.get().matter().matter() instanceof Matter.MemberAction action) return Steering.need(registry, mail, action.commands());
            if (held.get().matter().matter() instanceof Matter.Forgetting(var address)) registry.membersWith(address).forEach(member -> tlds.add(member.tld()));
            else if (held.get().matter().matter().personal()) return Need.NOTHING;
        } else {
            registry.openCases().stream().filter(Questions::asks).filter(matter -> mail.isFrom(matter.asked())).forEach(matter -> matter.tld().ifPresent(tlds::add));
        }
        return tlds.isEmpty() ? Need.NOTHING : new Need(known(registry, tlds), Set.of(), age(registry, mail, held.map(Bearings.Held::matter)));
    }

    static Set<Tld> known(Registry registry, Set<Tld> tlds) {
        Set<Tld> known = new TreeSet<>(tlds);
        known.removeIf(tld -> !registry.rules().knows(tld));
        return Set.copyOf(known);
    }

    /// One hour for what may admit or change, a day for whatever unauthenticated mail causes.
    private static Duration age(Registry registry, Mail mail, Optional<Case> held) {
        return mail.authenticated() || held.isPresent() ? registry.rules().times().ianaForDecisions() : registry.rules().times().ianaForTheRest();
    }
}
