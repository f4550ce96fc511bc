package tldops.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Language;
import tldops.core.Person;
import tldops.core.Rules;
import tldops.core.Tld;

/// Invents the people: an admin contact and some engineers for each ccTLD, some admin contacts for several, the
/// Secretariat, the operator, strangers and a forger. Who has which habits stands here.
final class Crowd {
    private static final int ENGINEERS = 3;
    private static final int STRANGERS = 12;
    private static final double SHARED = 0.08;
    private static final List<String> FIRST = List.of("Anna", "Bram", "Chidi", "Dana", "Eero", "Fatou", "Goran", "Hana", "Ines", "Jun", "Kofi", "Leila", "Mateo", "Nadia", "Omar", "Priya");
    private static final List<String> LAST = List.of("Arslan", "Bakker", "Costa", "Diallo", "Eklund", "Ferrari", "Gupta", "Haddad", "Ito", "Jansen", "Kone", "Lopez", "Moreau", "Novak", "Okafor", "Petrov", "Quist");

    private int invented;

    void populate(World world, List<Tld> tlds, Rules rules) {
        Optional<Human> shared = Optional.empty();
        for (Tld tld : tlds) {
            for (int i = 0; i < ENGINEERS + world.below(3); i++) engineer(tld, world);
            Human admin = shared.filter(_ -> world.chance(4 * SHARED)).orElseGet(() -> admin(tld, world));
            if (shared.isEmpty() || world.chance(SHARED)) shared = Optional.of(admin);
            world.whois.names(tld, admin);
        }
        rules.secretariat().stream().sorted().forEach(address -> world.lives(
                human("Secretariat", address, new Human.Temper(0.97, 0.85, Duration.ofDays(2), 0.02), List.of(new Judges(), new HoldsBatches(), new StaysTrue()))));
        world.lives(human("Operator", Address.of("operator@house.example"), calm(), List.of(new RunsTheHouse(this))));
        List<Tld> others = rules.ccTlds().keySet().stream().filter(tld -> !tlds.contains(tld)).sorted().toList();
        world.later(Duration.ofDays(1), () -> world.order(new Event.Order.Campaign(Event.Order.Campaign.Step.EXCLUDE, others)));
        world.later(Duration.ofDays(3), () -> world.order(new Event.Order.Campaign(Event.Order.Campaign.Step.START, List.of())));
        world.lives(human("Mallory", Address.of("mallory@evil.example"), new Human.Temper(0.5, 1, Duration.ofHours(1), 0.1), List.of(new Forges())));
        for (int i = 0; i < STRANGERS; i++) world.lives(human(name(), Address.of("stranger" + i + "@elsewhere.example"), temper(world), List.of(new IsOutOfOffice(), new WritesAnything(), new AsksWho(), new ConfirmsHisOwn(), new Posts(Duration.ofDays(200)))));
    }

    /// Somebody new for the line "administrative contact" of a ccTLD; whoever asks for him enters him at IANA.
    Human admin(Tld tld, World world) {
        String name = name();
        List<Habit> habits = new ArrayList<>();
        if (world.chance(0.2)) habits.add(new IsOutOfOffice());
        if (world.chance(0.2)) habits.add(new Forwards());
        habits.addAll(List.of(new FillsInForms(), new MendsForms(), new Reconfirms(), new GivesVerdicts(), new SaysWhichTld(), new Undoes(), new KeepsInOrder(), new WritesOfHisOwn(), new StaysTrue(), new ChangesJob(this)));
        Human admin = human(name, Address.of("admin" + invented + "@nic-" + tld.label() + ".example"), temper(world), habits);
        world.lives(admin);
        return admin;
    }

    void engineer(Tld tld, World world) {
        String name = name();
        String local = world.chance(0.06) ? "security" + invented : name.toLowerCase(Locale.ROOT).replace(' ', '.') + invented;
        List<Habit> habits = new ArrayList<>();
        if (world.chance(0.2)) habits.add(new IsOutOfOffice());
        habits.addAll(List.of(new ReadsTheList(), new ProvesAddress(), new MendsForms(), new ConfirmsHisOwn(), new AsksWho(), new ChangesHisData(tld), new CallsForHelp(), new Chooses(),
                new Posts(Duration.ofDays(1800)), new Applies(tld), new StaysTrue(), new Departs(Optional.of(tld)), new Leaves(tld, this)));
        Human one = human(name, Address.of(local + "@nic-" + tld.label() + ".example"), temper(world), habits);
        world.engineers.computeIfAbsent(tld, _ -> new ArrayList<>()).add(one);
        world.lives(one);
    }

    /// Somebody whom the operator takes on the list.
    Human guest(World world) {
        String name = name();
        Human guest = human(name, Address.of("guest" + invented + "@group.example"), temper(world),
                List.of(new ReadsTheList(), new ConfirmsHisOwn(), new AsksWho(), new Chooses(), new Posts(Duration.ofDays(60)), new Departs(Optional.empty())));
        world.lives(guest);
        return guest;
    }

    private String name() {
        invented++;
        return FIRST.get(invented % FIRST.size()) + " " + LAST.get(invented % LAST.size());
    }

    private Human human(String name, Address address, Human.Temper temper, List<Habit> habits) {
        return new Human(new Person(name, List.of(address), Human.phone(++invented)), invented % 5 == 0 ? Language.FR : Language.EN, temper, habits);
    }

    private static Human.Temper calm() {
        return new Human.Temper(1, 1, Duration.ofDays(1), 0);
    }

    /// Some are careful and quick, some are neither, and some never answer anything.
    private static Human.Temper temper(World world) {
        double care = world.chance(0.12) ? 0.05 : 0.6 + world.below(40) / 100.0;
        double proof = world.chance(0.6) ? 0.95 : world.chance(0.5) ? 0.4 : 0.02;
        return new Human.Temper(proof, care, Duration.ofHours(2 + (long) world.below(200)), 0.04);
    }
}
