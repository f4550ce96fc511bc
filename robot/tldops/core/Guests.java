package tldops.core;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Those on the list who are no SSCs (X20, N41): observers, who read until their day or until the regular batches begin
/// (R069), and posters, who prepare alerts (R064). The operator takes them on and off.
final class Guests {
    private static final Duration LETTER_LIVES = Duration.ofDays(7);

    private Guests() {}

    static Decision added(Registry registry, Event.Order.AddGuest order, Moment at) {
        Optional<String> refusal = refusal(registry, order, at);
        if (refusal.isPresent()) return Decision.of(Journal.of("not added", refusal.get()));
        Optional<Guest> before = registry.guest(order.address());
        Guest guest = new Guest(order.address(), Clean.line(order.name()), order.role(), order.roster(), order.until(), order.language(),
                before.map(Guest::options).orElse(Options.USUAL), before.map(Guest::since).orElse(at.now()));
        Content welcome = new BulletinContent.GuestWelcome(guest.name(), guest.role(), guest.roster(), guest.until());
        return Decision.of(Journal.of(before.isPresent() ? "guest changed" : "guest added", role(guest) + ", by the operator (X20)").people(List.of(guest.name() + " <" + guest.address() + ">")))
                .and(new Change.GuestSaved(guest))
                .and(letter(guest.address(), welcome, guest.language(), at))
                .and(told(registry, guest, true, before.isPresent() ? "changed by the operator" : "by the operator", at));
    }

    private static Optional<String> refusal(Registry registry, Event.Order.AddGuest order, Moment at) {
        boolean observer = order.role() == Guest.Role.OBSERVER;
        if (registry.rules().list().owns(order.address())) return Optional.of("it is an address of the robot itself");
        if (!registry.membersWith(order.address()).isEmpty()) return Optional.of("the address is an SSC's, who is on the list already");
        if (order.roster() && !observer) return Optional.of("a poster gets no contact data (P5)");
        if (order.until().filter(today(registry, at)::isAfter).isPresent()) return Optional.of("that day is over");
        boolean begun = Batches.campaign(registry).batches().stream().anyMatch(batch -> !batch.name().startsWith("test "));
        return observer && begun && order.until().isEmpty() ? Optional.of("an observer needs a last day (--until): the regular batches have begun (R069)") : Optional.empty();
    }

    static Decision removed(Registry registry, Address address, String by, Moment at) {
        return registry.guest(address).map(guest -> goes(registry, List.of(guest), "removed by the operator", BulletinContent.Why.OVER, at))
                .orElseGet(() -> Decision.of(Journal.of("not removed", "no observer or poster has this address")));
    }

    /// Those whose last day is over.
    static Decision due(Registry registry, Moment at) {
        LocalDate today = today(registry, at);
        List<Guest> over = registry.guests().stream().filter(guest -> !guest.stays(today) && settled(registry, guest.address(), at).isEmpty()).toList();
        Decision decision = goes(registry, over, "the last day is over (N41)", BulletinContent.Why.OVER, at);
        for (Guest guest : registry.guests()) if (settled(registry, guest.address(), at).isPresent()) decision = decision.and(joined(guest));
        return decision;
    }

    /// Whoever is an SSC by this decision is no guest any more; not before the time is over in which it may be undone (P6).
    static Decision joined(Registry registry, Decision decision, Moment at) {
        Decision all = decision;
        for (Change change : decision.changes())
            if (change instanceof Change.MemberSaved(var member) && !at.now().isBefore(member.rosterFrom())) {
                Address address = member.person().address();
                boolean goes = decision.changes().stream().anyMatch(other -> other instanceof Change.GuestGone(var gone) && gone.equals(address));
                if (!goes) all = all.and(registry.guest(address).map(Guests::joined).orElse(Decision.EMPTY));
            }
        return all;
    }

    /// As his first address: as a second one anybody's may be named.
    private static Optional<Member> settled(Registry registry, Address address, Moment at) {
        return registry.membersWith(address).stream().filter(member -> member.person().address().equals(address) && !at.now().isBefore(member.rosterFrom())).findFirst();
    }

    private static Decision joined(Guest guest) {
        return Decision.of(Journal.of("guest left", role(guest) + ", is an SSC now (X20)").people(List.of(guest.name() + " <" + guest.address() + ">"))).and(new Change.GuestGone(guest.address()));
    }

    /// By his own word (X19, R050).
    static Decision leaves(Registry registry, Guest guest, Moment at) {
        return goes(registry, List.of(guest), "by own wish (X19)", BulletinContent.Why.WISH, at);
    }

    /// The first regular batch leaves: the working group has done its work.
    static Decision batchesBegin(Registry registry, Moment at) {
        return goes(registry, registry.guests().stream().filter(guest -> guest.role() == Guest.Role.OBSERVER).toList(), "the regular batches begin (R069)", BulletinContent.Why.BATCHES, at);
    }

    private static Decision goes(Registry registry, List<Guest> guests, String why, BulletinContent.Why reason, Moment at) {
        if (guests.isEmpty()) return Decision.EMPTY;
        Kept.News news = Bulletins.news(registry);
        List<String> left = new ArrayList<>(news.left());
        Decision decision = Decision.EMPTY;
        for (Guest guest : guests) {
            left.add(guest.name());
            decision = decision.and(Journal.of("guest left", role(guest) + ", " + why).people(List.of(guest.name() + " <" + guest.address() + ">")))
                    .and(new Change.GuestGone(guest.address()))
                    .and(letter(guest.address(), new BulletinContent.GuestGoodbye(guest.name(), guest.role(), reason), guest.language(), at))
                    .and(told(registry, guest, false, why, at));
        }
        return decision.and(new Change.KeptSaved(new Kept.News(news.told(), List.copyOf(left))));
    }

    private static Decision told(Registry registry, Guest guest, boolean joined, String why, Moment at) {
        if (registry.rules().secretariat().isEmpty()) return Decision.EMPTY;
        Content content = new BulletinContent.GuestReport(joined, guest.name(), guest.address(), guest.role(), guest.roster(), guest.until(), why);
        return Decision.EMPTY.and(letter(registry.rules().secretariat().stream().sorted().toList(), guest.address(), content, Language.EN, at));
    }

    private static Letter letter(Address to, Content content, Language language, Moment at) {
        return letter(List.of(to), to, content, language, at);
    }

    private static Letter letter(List<Address> to, Address about, Content content, Language language, Moment at) {
        return new Letter(at.name("guest " + content.getClass().getSimpleName() + " " + about.key(), 16), content, language, to, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, at.now().plus(LETTER_LIVES));
    }

    private static String role(Guest guest) {
        return guest.role().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static LocalDate today(Registry registry, Moment at) {
        return LocalDate.ofInstant(at.now(), registry.rules().listCalendar().zone());
    }
}
