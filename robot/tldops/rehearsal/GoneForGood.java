package tldops.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Tld;

/// Whoever has left by his own word, or had himself forgotten, gets no mail any more (X19, L45): but the goodbye itself, the
/// answer to what he writes, what comes of a request of his that is still open, and whatever comes when he is named anew.
final class GoneForGood implements Invariant {
    private final BiPredicate<Tld, Address> admin;
    private final Map<Address, Instant> gone = new HashMap<>();

    /// @param admin whether IANA names that address as the ccTLD's admin contact
    GoneForGood(BiPredicate<Tld, Address> admin) {
        this.admin = admin;
    }

    @Override
    public String says() {
        return "nobody gets mail who has unsubscribed or was forgotten";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        Set<Address> writes = new HashSet<>();
        if (step.event() instanceof Event.Arrived(var mail, _, _)) {
            mail.from().ifPresent(writes::add);
            writes.addAll(mail.visible());
        }
        writes.forEach(gone::remove);
        for (Change change : step.decision().changes()) {
            switch (change) {
                case Change.MemberSaved(var member) -> member.person().addresses().forEach(gone::remove);
                case Change.GuestSaved(var guest) -> gone.remove(guest.address());
                default -> { }
            }
        }
        if (!gone.isEmpty()) for (Letter letter : step.decision().letters()) {
            Optional<Address> wrong = Stream.of(letter.to(), letter.cc(), letter.subscribers()).flatMap(List::stream).filter(gone::containsKey)
                    .filter(to -> registry.membersWith(to).isEmpty() && !served(registry, to, letter)).findFirst();
            if (wrong.isPresent()) return Optional.of(new Wrong(wrong.get() + " has left on " + gone.get(wrong.get()) + " and gets " + letter, Optional.empty(), letter.caseNumber()));
        }
        left(step, registry);
        return Optional.empty();
    }

    private boolean served(Registry registry, Address to, Letter letter) {
        Optional<Case> matter = registry.caseNumber(letter.caseNumber());
        return registry.rules().secretariat(to) || matter.flatMap(Case::tld).filter(tld -> admin.test(tld, to)).isPresent() || matter.filter(found -> asked(found.matter(), to)).isPresent();
    }

    private static boolean asked(Matter matter, Address to) {
        return switch (matter) {
            case Matter.Admission wish -> wish.applicants().stream().anyMatch(applicant -> applicant.address().equals(to));
            case Matter.ReplaceWhom wish -> wish.applicants().stream().anyMatch(applicant -> applicant.address().equals(to));
            case Matter.Change wish -> wish.applicants().stream().anyMatch(applicant -> applicant.address().equals(to));
            default -> false;
        };
    }

    /// Who leaves by this step and has no other place on the list.
    private void left(Step step, Registry registry) {
        boolean own = step.decision().changes().stream().anyMatch(change -> change instanceof Change.Forgotten || (change instanceof Change.CaseSaved(var saved) && saved.matter() instanceof Matter.Departure));
        if (!own) return;
        for (Member member : step.left())
            for (Address address : member.person().addresses()) if (registry.membersWith(address).isEmpty() && registry.guest(address).isEmpty()) gone.put(address, step.at());
        for (Change change : step.decision().changes()) if (change instanceof Change.Forgotten(var addresses)) addresses.forEach(address -> gone.put(address, step.at()));
    }
}
