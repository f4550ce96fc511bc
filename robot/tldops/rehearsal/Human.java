package tldops.rehearsal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// An invented person with a mailbox, a temper and a memory.
final class Human {
    /// @param proof how often his mails come authenticated, 0 to 1
    /// @param care how often he does what a letter asks of him
    /// @param pace how long he lets a letter lie, on average
    /// @param twice how often he writes the same a second time
    record Temper(double proof, double care, Duration pace, double twice) {}

    /// What a letter asked him about: the people, and whom of those present a digit names.
    record Asked(Optional<Tld> tld, List<Person> people, Content content) {}

    /// What he asked for last by form.
    record Wish(Optional<Tld> tld, List<Human> people) {}

    Person person;
    final Language language;
    final Temper temper;
    final List<Habit> habits;
    final Map<Long, Asked> asked = new HashMap<>();
    Optional<Wish> wish = Optional.empty();
    Optional<String> password = Optional.empty();
    /// Whether it was he who wrote what the robot asks him about.
    boolean wrote;
    boolean gone;

    Human(Person person, Language language, Temper temper, List<Habit> habits) {
        this.person = person;
        this.language = language;
        this.temper = temper;
        this.habits = List.copyOf(habits);
    }

    Address address() {
        return person.address();
    }

    static Phone phone(int number) {
        String digits = "+999%07d".formatted(number);
        return new Phone("+999 " + digits.substring(4), digits, true, "");
    }
}
