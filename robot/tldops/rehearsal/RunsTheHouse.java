package tldops.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tldops.core.Batches;
import tldops.core.Case;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;

/// The operator: starts the batches, leaves a ccTLD out for some weeks, takes observers and posters on the list and off it,
/// takes a case back now and then, and in the end invites by hand those who are still without a contact (N26, N28, X20, X30).
record RunsTheHouse(Crowd crowd) implements Habit {
    private static final Duration AGAIN = Duration.ofDays(180);
    private static final int FEW = 2;

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(20));
    }

    @Override
    public void now(Human self, World world) {
        switch (world.below(7)) {
            case 0, 1 -> guest(world);
            case 2 -> world.registry().guests().stream().skip(world.below(1 + world.registry().guests().size())).findFirst().ifPresent(guest -> world.order(new Event.Order.RemoveGuest(guest.address())));
            case 3 -> leftOut(world.one(List.copyOf(world.engineers.keySet())), world);
            case 4 -> undone(world);
            case 5 -> invited(world);
            default -> world.order(new Event.Order.Campaign(Event.Order.Campaign.Step.START, List.of()));
        }
    }

    private void guest(World world) {
        boolean observer = world.chance(0.6);
        Optional<LocalDate> until = observer || world.chance(0.5) ? Optional.of(LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(world.below(300))) : Optional.empty();
        Human guest = crowd.guest(world);
        world.order(new Event.Order.AddGuest(guest.address(), guest.person.name(), observer ? Guest.Role.OBSERVER : Guest.Role.POSTER, observer && world.chance(0.5), until, Language.EN));
    }

    private static void leftOut(Tld tld, World world) {
        world.order(new Event.Order.Campaign(Event.Order.Campaign.Step.EXCLUDE, List.of(tld)));
        world.later(world.about(Duration.ofDays(40)), () -> world.order(new Event.Order.Campaign(Event.Order.Campaign.Step.INCLUDE, List.of(tld))));
    }

    /// When every batch has left: some of those that are still without a contact, and have not been asked for half a year.
    private static void invited(World world) {
        Registry registry = world.registry();
        if (!Batches.waiting(registry).isEmpty()) return;
        List<Tld> some = world.engineers.keySet().stream()
                .filter(tld -> registry.membersOf(tld).isEmpty() && registry.casesOf(tld).stream().noneMatch(matter -> matter.open() || matter.opened().isAfter(world.now().minus(AGAIN)))).limit(FEW).toList();
        if (!some.isEmpty()) world.order(new Event.Order.Invite(some));
    }

    private static void undone(World world) {
        world.registry().casesSince(world.now().minus(Duration.ofDays(5))).filter(matter -> matter.stage() instanceof Stage.Ended ended && ended.undo().isPresent())
                .findFirst().map(Case::number).ifPresent(number -> world.order(new Event.Order.Undo(number)));
    }
}
