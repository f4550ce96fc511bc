package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Bearer;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Needs;
import tldops.core.Person;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;

/// The invented world around the robot: mailboxes with people behind them, what IANA says, a relay that takes letters and
/// sometimes refuses one. Everything happens on the clock of the [Course].
final class World {
    private static final double RELAY_REFUSES = 0.002;
    private static final double BOUNCES = 0.9;

    private final Random chance;
    private final Course course;
    private final Pen pen;
    private final Map<Address, Human> mailboxes = new HashMap<>();
    private final Map<Tld, Set<Address>> wanted = new HashMap<>();
    private final Set<Long> forged = new HashSet<>();
    private int numbers = 5_000_000;
    final Whois whois = new Whois();
    final Map<Tld, List<Human>> engineers = new TreeMap<>();

    /// @param course nothing has happened on it yet; whoever made it hands each letter to [#written]
    World(Course course, Random chance) {
        this.course = course;
        this.chance = chance;
        pen = new Pen(course.registry().rules().list());
    }

    Registry registry() {
        return course.registry();
    }

    Instant now() {
        return course.now();
    }

    long mails() {
        return pen.written();
    }

    // ---- chance

    boolean chance(double likely) {
        return chance.nextDouble() < likely;
    }

    int below(int bound) {
        return chance.nextInt(bound);
    }

    <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    /// A time of that length on average, never less than a minute.
    Duration about(Duration mean) {
        return Duration.ofSeconds(60 + (long) (-Math.log(1 - chance.nextDouble()) * mean.toSeconds()));
    }

    void later(Duration after, Runnable act) {
        course.in(after, act);
    }

    // ---- people

    /// Somebody reads mail there, too, from now on.
    void reads(Human human, Address address) {
        mailboxes.put(address, human);
    }

    Optional<Human> at(Address address) {
        return Optional.ofNullable(mailboxes.get(address));
    }

    /// A number that nobody else has.
    int fresh() {
        return ++numbers;
    }

    /// From now on somebody reads mail there, and does what he does now and then.
    void lives(Human human) {
        reads(human, human.address());
        for (Habit habit : human.habits) habit.every().ifPresent(mean -> again(human, habit, mean));
    }

    private void again(Human human, Habit habit, Duration mean) {
        later(about(mean), () -> {
            if (human.gone) return;
            habit.now(human, this);
            again(human, habit, mean);
        });
    }

    boolean isAdmin(Human human, Tld tld) {
        return whois.admin(tld).filter(human::equals).isPresent();
    }

    boolean isAdmin(Tld tld, Address address) {
        return whois.admin(tld).filter(human -> human.address().equals(address)).isPresent();
    }

    List<Tld> servedBy(Human human) {
        return engineers.keySet().stream().filter(tld -> isAdmin(human, tld)).toList();
    }

    /// The admin contact has said, in whatever way, that he wants these people.
    void wants(Tld tld, List<Person> people) {
        people.forEach(person -> wanted.computeIfAbsent(tld, _ -> new HashSet<>()).add(person.address()));
    }

    boolean wanted(Tld tld, Address address) {
        return wanted.getOrDefault(tld, Set.of()).contains(address);
    }

    // ---- mail to the robot

    /// He answers a letter by its Reply-To, perhaps twice.
    void answer(Human self, Letter letter, Request request) {
        answer(self, letter, request, "");
    }

    /// @param words his own, as they stand in the mail
    void answer(Human self, Letter letter, Request request, String words) {
        List<Bearer> bearers = letter.reply().map(token -> new Bearer(token, Bearer.Place.ADDRESS)).stream().toList();
        Address from = Stream.concat(letter.to().stream(), letter.subscribers().stream()).filter(to -> mailboxes.get(to) == self).findFirst().orElse(self.address());
        Runnable act = () -> arrives(pen.answer(from, self.language, sureness(self), bearers, words, now()), request);
        act.run();
        if (chance(self.temper.twice())) later(about(Duration.ofMinutes(30)), act);
    }

    void write(Human self, Request request, List<Bearer> bearers, List<Address> copied) {
        arrives(pen.mail(self.address(), self.language, sureness(self), bearers, copied, now()), request);
    }

    /// He asks the robot for something, and will know that it was he.
    void command(Human self, Request.Command... commands) {
        self.wrote = true;
        write(self, new Request.Commands(List.of(commands), List.of(), false), List.of(), List.of());
    }

    void post(Human self, Request.Post post) {
        self.wrote = true;
        arrives(pen.post(self.address(), self.language, sureness(self), now()), post);
    }

    private Authentication.Sureness sureness(Human self) {
        if (chance(self.temper.proof())) return Authentication.Sureness.AUTHENTICATED;
        return chance(0.03) ? Authentication.Sureness.FAILED : Authentication.Sureness.UNAUTHENTICATED;
    }

    /// Somebody else writes in his name: never authenticated, and with no secret but perhaps a guessed one.
    void forge(Address from, Request request, List<Bearer> guessed, List<Address> copied) {
        Authentication.Sureness sureness = chance(0.5) ? Authentication.Sureness.FAILED : Authentication.Sureness.UNAUTHENTICATED;
        Mail mail = pen.mail(from, Language.EN, sureness, guessed, copied, now());
        forged.add(mail.inbox());
        arrives(mail, request);
    }

    boolean forged(Mail mail) {
        return forged.contains(mail.inbox());
    }

    void machine(Address from, Request request) {
        arrives(pen.machine(from, now()), request);
    }

    private void arrives(Mail mail, Request request) {
        Facts facts = whois.facts(Needs.of(registry(), mail, request), now());
        course.decide(new Event.Arrived(mail, request, facts));
    }

    Decision order(Event.Order order) {
        return course.decide(new Event.Ordered(order, "rehearsal", whois.facts(Needs.of(registry(), order), now())));
    }

    // ---- letters of the robot

    /// A letter was written: the relay takes it soon, or gives it up after days.
    void written(Letter letter) {
        if (letter.reported() && chance(RELAY_REFUSES)) {
            later(Duration.ofDays(4), () -> course.decide(new Event.GivenUp(letter.id(), "refused in the rehearsal")));
            return;
        }
        later(Duration.ofSeconds(2 + below(90)), () -> {
            if (letter.reported()) course.decide(new Event.Sent(letter.id(), now()));
            letter.to().forEach(to -> delivered(to, letter));
            letter.cc().forEach(cc -> delivered(cc, letter));
            letter.subscribers().forEach(subscriber -> delivered(subscriber, letter));
        });
    }

    private void delivered(Address to, Letter letter) {
        Human reader = mailboxes.get(to);
        if (reader == null) return;
        if (reader.gone) {
            if (letter.envelope() == Letter.Envelope.VERP && chance(BOUNCES)) later(about(Duration.ofMinutes(5)), () -> bounced(to, letter));
            return;
        }
        for (Habit habit : reader.habits) if (habit.on(reader, letter, this)) return;
    }

    private void bounced(Address to, Letter letter) {
        Request.Failure failure = new Request.Failure(Optional.of(to), "5.1.1");
        machine(Address.of("mailer-daemon@" + to.domain()), new Request.Bounced(Optional.of(letter.id()), List.of(failure), "no such mailbox"));
    }
}
