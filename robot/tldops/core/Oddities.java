package tldops.core;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is odd about an address at which an SSC would be reached: it could be taken for another, mixes alphabets, lies at a
/// free mailbox (N34). Whoever sends it: the admin contact looks at exactly that and decides; nothing is refused.
final class Oddities {
    private Oddities() {}

    /// With what it is compared.
    ///
    /// @param stored the addresses of the ccTLD's SSCs today and of its admin contact
    /// @param together those of the others in the same form
    /// @param domains the registry's usual one, and the list's own
    private record Known(List<Address> stored, List<Address> together, List<String> domains, Rules.Looks looks) {
        String look(Address address) {
            return looks.skeleton().apply(address.local().toLowerCase(java.util.Locale.ROOT)) + "@" + looks.skeleton().apply(IDN.toUnicode(address.domain()));
        }
    }

    /// Everything at which the admin contact should look before he confirms (X10, X24, N34).
    static List<Content.Doubt> doubts(Registry registry, Tld tld, Address admin, List<Matter.Newcomer> added, List<Amendment.Turn> changed) {
        List<Matter.Newcomer> looked = new ArrayList<>(added);
        for (Amendment.Turn turn : changed) looked.add(new Matter.Newcomer(turn.after().rank(), turn.after().person(), turn.role()));
        List<Content.Doubt> doubts = new ArrayList<>(Forms.doubts(looked, registry.rules().ccTld(tld)));
        doubts.addAll(of(registry, tld, admin, looked.stream().map(Matter.Newcomer::person).toList()));
        return List.copyOf(doubts);
    }

    /// @param people as they would be known; an address that is stored for the ccTLD already is not odd
    static List<Content.Doubt> of(Registry registry, Tld tld, Address admin, List<Person> people) {
        List<Address> stored = new ArrayList<>();
        for (Member member : registry.membersOf(tld)) stored.addAll(member.person().addresses());
        List<Content.Doubt> doubts = new ArrayList<>();
        Rules.MailingList list = registry.rules().list();
        List<String> domains = Stream.concat(Stream.of("nic." + tld.label(), list.domain()), list.aliases().stream()).toList();
        for (Person person : people) {
            List<Address> together = people.stream().filter(other -> !other.equals(person)).flatMap(other -> other.addresses().stream()).toList();
            Known known = new Known(Stream.concat(stored.stream(), Stream.of(admin)).toList(), together, domains, registry.rules().looks());
            if (Scripts.mixedName(person.name())) doubts.add(new Content.Doubt(Content.Doubt.Kind.MIXED_NAME, person));
            for (Address address : person.addresses()) if (!stored.contains(address)) doubts.addAll(of(address, person, known));
        }
        return List.copyOf(doubts);
    }

    /// In a few words without data, for the journal; empty when nothing has to be asked.
    static Optional<String> asks(List<Content.Doubt> doubts) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Content.Doubt doubt : doubts) if (doubt.kind().asks()) kinds.add(doubt.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        return kinds.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kinds));
    }

    private static List<Content.Doubt> of(Address address, Person person, Known known) {
        List<Content.Doubt> doubts = new ArrayList<>();
        twin(address, known).map(other -> new Content.Doubt(Content.Doubt.Kind.LOOKS_LIKE, person, address.exact(), other.exact()))
                .or(() -> neighbour(address, person, known)).ifPresent(doubts::add);
        if (freeMail(address.domain(), known.looks())) doubts.add(new Content.Doubt(Content.Doubt.Kind.FREE_MAIL, person, address.exact(), address.domain()));
        if (Stream.of(IDN.toUnicode(address.domain()).split("\\.")).anyMatch(Scripts::mixed)) doubts.add(new Content.Doubt(Content.Doubt.Kind.MIXED_ALPHABETS, person, address.exact(), ""));
        return doubts;
    }

    /// Another address that looks the same.
    private static Optional<Address> twin(Address address, Known known) {
        String look = known.look(address);
        return Stream.concat(known.stored().stream(), known.together().stream()).filter(other -> !other.equals(address) && known.look(other).equals(look)).findFirst();
    }

    /// The domain that it could be taken for most easily. A domain at which one of theirs is known already is no stranger.
    private static Optional<Content.Doubt> neighbour(Address address, Person person, Known known) {
        String house = Resemblance.house(address.domain());
        if (known.stored().stream().anyMatch(other -> Resemblance.house(other.domain()).equals(house))) return Optional.empty();
        record Found(Resemblance.Kind kind, String domain) {}
        return Stream.concat(Stream.concat(known.stored().stream(), known.together().stream()).map(Address::domain), known.domains().stream()).distinct()
                .flatMap(domain -> Resemblance.of(address.domain(), domain, known.looks().skeleton()).map(kind -> new Found(kind, domain)).stream())
                .min(Comparator.comparing(Found::kind))
                .map(found -> new Content.Doubt(kind(found.kind()), person, address.exact(), Address.exact(found.domain())));
    }

    private static Content.Doubt.Kind kind(Resemblance.Kind kind) {
        return switch (kind) {
            case ALIKE -> Content.Doubt.Kind.LOOKS_LIKE;
            case ONE_LETTER -> Content.Doubt.Kind.ONE_LETTER_OFF;
            case SAME_NAME -> Content.Doubt.Kind.SAME_NAME_ELSEWHERE;
        };
    }

    private static boolean freeMail(String domain, Rules.Looks looks) {
        return looks.freeMail().stream().anyMatch(free -> domain.equals(free) || domain.endsWith("." + free));
    }
}
