package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well a ccTLD could be reached in an incident, and the one thing that would improve it most (N19, N20). For its own people
/// and the Secretariat alone.
///
/// @param ways of its contacts, by rank
/// @param tests what was looked at
public record Reachability(Tld tld, Level level, List<Way> ways, List<Test> tests, Optional<Advice> advice) {
    public enum Level { GOOD, FAIR, WEAK, NONE }

    /// @param since of a silent address, or of one whose mail came back: when
    public record Way(int rank, Person person, Mailbox mail, Optional<LocalDate> since, Dial phone) {}

    /// An address that answered once and whose mail comes back now does not stay green (L41).
    public enum Mailbox { WORKS, UNPROVED, SILENT, RETURNS }

    /// @see Phone
    public enum Dial { USABLE, ABROAD, DOUBTFUL }

    public record Test(What what, boolean good) {}

    public enum What {
        /// Every address works.
        MAIL,
        /// Every number can be in use.
        PHONE,
        /// As many people as are recommended, each with a number of his own.
        PEOPLE,
        /// Not all mailboxes hang on one domain.
        DOMAINS,
        /// A mailbox whose name is not in the zone that may have to be rescued.
        OUTSIDE
    }

    /// @param way whom it is about
    public record Advice(Kind kind, Optional<Way> way) {}

    /// In the order in which they matter.
    public enum Kind { NOBODY, MAIL_RETURNS, SECOND_PERSON, UNPROVED, SILENT, PHONE_DOUBTFUL, OUTSIDE, DOMAINS, SAME_PHONE }

    public static Reachability of(Registry registry, Tld tld, Instant now) {
        return of(registry, tld, registry.membersOf(tld).stream().map(member -> way(registry, member, now)).toList());
    }

    private static Reachability of(Registry registry, Tld tld, List<Way> ways) {
        List<Address> addresses = ways.stream().flatMap(way -> way.person().addresses().stream()).toList();
        int wanted = registry.rules().ssc().recommendedMin();
        long phones = ways.stream().map(way -> way.person().phone().e164()).distinct().count();
        List<Test> tests = List.of(
                new Test(What.MAIL, !ways.isEmpty() && ways.stream().allMatch(way -> way.mail() == Mailbox.WORKS)),
                new Test(What.PHONE, !ways.isEmpty() && ways.stream().noneMatch(way -> way.phone() == Dial.DOUBTFUL)),
                new Test(What.PEOPLE, ways.size() >= wanted && phones >= wanted),
                new Test(What.DOMAINS, severalDomains(addresses)),
                new Test(What.OUTSIDE, addresses.stream().anyMatch(address -> !under(address, tld))));
        return new Reachability(tld, level(ways, tests), ways, tests, advice(ways, wanted, phones, tests));
    }

    /// For the eyes of that SSC: names of others are contact data, too (P5, P6).
    static Optional<Reachability> shown(Registry registry, Member member, Instant now) {
        return member.readsRoster(now) ? Optional.of(of(registry, member.tld(), now)) : Optional.empty();
    }

    /// For the eyes of that SSC, whose mail has just come: nothing is wrong with his address.
    static Optional<Reachability> answering(Registry registry, Member member, Instant now) {
        Way his = new Way(member.rank(), member.person(), Mailbox.WORKS, Optional.empty(), dial(registry, member));
        return shown(registry, member, now).map(seen -> of(registry, member.tld(), seen.ways().stream().map(way -> way.person().equals(member.person()) ? his : way).toList()));
    }

    private static Way way(Registry registry, Member member, Instant now) {
        Optional<Scores.Score> score = Scores.of(registry, member.person().address(), now);
        Optional<Instant> silent = Life.silentSince(registry, member, now);
        Optional<Instant> lost = Unreachable.since(registry, member.person().address());
        Mailbox mail = score.isPresent() || lost.isPresent() ? Mailbox.RETURNS : member.proved().isEmpty() ? Mailbox.UNPROVED : silent.isPresent() ? Mailbox.SILENT : Mailbox.WORKS;
        Optional<Instant> since = mail == Mailbox.RETURNS ? score.map(Scores.Score::last).or(() -> lost) : mail == Mailbox.SILENT ? silent : Optional.empty();
        return new Way(member.rank(), member.person(), mail, since.map(time -> LocalDate.ofInstant(time, registry.rules().listCalendar().zone())), dial(registry, member));
    }

    private static Dial dial(Registry registry, Member member) {
        Phone phone = member.person().phone();
        if (!phone.plausible()) return Dial.DOUBTFUL;
        boolean abroad = !phone.country().isEmpty() && registry.rules().knows(member.tld()) && !phone.country().equals(registry.rules().ccTld(member.tld()).iso3166());
        return abroad ? Dial.ABROAD : Dial.USABLE;
    }

    /// Two of which none is, or lies below, the other.
    private static boolean severalDomains(List<Address> addresses) {
        return addresses.stream().anyMatch(one -> addresses.stream().anyMatch(other -> !same(one.domain(), other.domain())));
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    private static boolean under(Address address, Tld tld) {
        return address.domain().endsWith("." + tld.label());
    }

    private static Level level(List<Way> ways, List<Test> tests) {
        if (ways.isEmpty()) return Level.NONE;
        if (ways.stream().noneMatch(way -> way.mail() == Mailbox.WORKS)) return Level.WEAK;
        long bad = tests.stream().filter(test -> !test.good()).count();
        return bad == 0 ? Level.GOOD : bad <= 2 ? Level.FAIR : Level.WEAK;
    }

    private static Optional<Advice> advice(List<Way> ways, int wanted, long phones, List<Test> tests) {
        List<Advice> all = new ArrayList<>();
        if (ways.isEmpty()) all.add(new Advice(Kind.NOBODY, Optional.empty()));
        ways.stream().filter(way -> way.mail() == Mailbox.RETURNS).forEach(way -> all.add(new Advice(Kind.MAIL_RETURNS, Optional.of(way))));
        if (ways.size() < wanted) all.add(new Advice(Kind.SECOND_PERSON, Optional.empty()));
        ways.stream().filter(way -> way.mail() == Mailbox.UNPROVED).forEach(way -> all.add(new Advice(Kind.UNPROVED, Optional.of(way))));
        ways.stream().filter(way -> way.mail() == Mailbox.SILENT).forEach(way -> all.add(new Advice(Kind.SILENT, Optional.of(way))));
        ways.stream().filter(way -> way.phone() == Dial.DOUBTFUL).forEach(way -> all.add(new Advice(Kind.PHONE_DOUBTFUL, Optional.of(way))));
        for (Test test : tests) {
            if (test.what() == What.OUTSIDE && !test.good()) all.add(new Advice(Kind.OUTSIDE, Optional.empty()));
            if (test.what() == What.DOMAINS && !test.good()) all.add(new Advice(Kind.DOMAINS, Optional.empty()));
        }
        if (ways.size() >= wanted && phones < wanted) all.add(new Advice(Kind.SAME_PHONE, Optional.empty()));
        return all.stream().min(java.util.Comparator.comparing(Advice::kind));
    }
}
