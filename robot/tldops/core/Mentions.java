package tldops.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whom a case names, and the case without him (L45).
final class Mentions {
    private Mentions() {}

    /// Whether the matter of this case is about one of these addresses, or asks it.
    static boolean of(Case matter, Set<Address> addresses) {
        for (Issued issued : matter.tokens()) if (addresses.contains(issued.to())) return true;
        return addresses.contains(matter.asked()) || in(matter.matter(), addresses)
                || (matter.stage() instanceof Stage.Ended(_, _, var undo) && undo.filter(acts -> in(acts, addresses)).isPresent());
    }

    private static boolean in(Matter matter, Set<Address> addresses) {
        return switch (matter) {
            case Matter.Invitation(var draft) -> draft.filter(form -> in(form, addresses)).isPresent();
            case Matter.Admission wish -> named(wish.newcomers(), addresses) || asking(wish.applicants(), addresses);
            case Matter.ReplaceWhom wish -> Stream.concat(Stream.of(wish.newcomer()), wish.waiting().stream()).anyMatch(newcomer -> is(newcomer.person(), addresses))
                    || wish.present().stream().anyMatch(id -> addresses.contains(id.address())) || wish.applicants().stream().anyMatch(applicant -> addresses.contains(applicant.address()));
            case Matter.WhichTld which -> in(which.form(), addresses);
            case Matter.Correction correction -> addresses.contains(correction.sender()) || correction.copied().stream().anyMatch(addresses::contains) || in(correction.draft(), addresses);
            case Matter.MemberAction action -> addresses.contains(action.member().address());
            case Matter.GuestAction action -> addresses.contains(action.guest());
            case Matter.Forgetting forgetting -> addresses.contains(forgetting.address());
            case Matter.Urgent call -> addresses.contains(call.to()) || addresses.contains(call.by().address()) || call.calls().stream().anyMatch(one -> addresses.contains(one.address()));
            case Matter.Modify shown -> shown.shown().stream().anyMatch(entry -> is(entry.person(), addresses)) || in(shown.draft(), addresses);
            case Matter.Change change -> in(change.effect(), addresses) || change.applicants().stream().anyMatch(applicant -> addresses.contains(applicant.address()));
            case Matter.Departure departure -> addresses.contains(departure.member().address());
            case Matter.Reconfirmation asked -> asked.shown().stream().anyMatch(id -> addresses.contains(id.address()));
            case Matter.ManyMoved _ -> false;
            case Matter.Restore restore -> is(restore.member().person(), addresses);
            case Matter.Appointment appointment -> addresses.contains(appointment.delegate());
            case Matter.HeldPost post -> addresses.contains(post.draft().author());
            case Matter.Erased _ -> false;
        };
    }

    private static boolean in(Amendment effect, Set<Address> addresses) {
        Stream<Person> turned = effect.changed().stream().flatMap(turn -> Stream.of(turn.before().person(), turn.after().person()));
        Stream<Person> others = Stream.concat(effect.added().stream().map(Matter.Newcomer::person), effect.removed().stream().map(Amendment.Entry::person));
        return Stream.concat(turned, others).anyMatch(person -> is(person, addresses));
    }

    private static boolean in(Stage.Turned turned, Set<Address> addresses) {
        return addresses.contains(turned.now().address()) || is(turned.before().person(), addresses);
    }

    private static boolean named(List<Matter.Newcomer> newcomers, Set<Address> addresses) {
        for (Matter.Newcomer newcomer : newcomers) if (is(newcomer.person(), addresses)) return true;
        return false;
    }

    private static boolean asking(List<Matter.Applicant> applicants, Set<Address> addresses) {
        for (Matter.Applicant applicant : applicants) if (addresses.contains(applicant.address())) return true;
        return false;
    }

    private static boolean in(Form form, Set<Address> addresses) {
        for (Form.Entry entry : form.entries()) for (List<Address> written : entry.email().value()) for (Address address : written) if (addresses.contains(address)) return true;
        return false;
    }

    private static boolean in(Stage.Undo undo, Set<Address> addresses) {
        return undo.added().stream().anyMatch(id -> addresses.contains(id.address())) || undo.removed().stream().anyMatch(member -> is(member.person(), addresses))
                || undo.changed().stream().anyMatch(turned -> in(turned, addresses));
    }

    private static boolean is(Person person, Set<Address> addresses) {
        for (Address address : person.addresses()) if (addresses.contains(address)) return true;
        return false;
    }

    /// A case that is over, without them: an admission keeps the other people, anything else is emptied.
    static Case without(Case matter, Set<Address> addresses, Address owner) {
        List<Issued> tokens = matter.tokens().stream().filter(issued -> !addresses.contains(issued.to())).toList();
        Address asked = addresses.contains(matter.asked()) ? owner : matter.asked();
        Matter rest = in(matter.matter(), addresses) ? without(matter.matter(), addresses) : matter.matter();
        return new Case(matter.number(), matter.tld(), rest, without(matter.stage(), addresses), asked, matter.language(), matter.opened(), tokens, matter.reopened());
    }

    private static Matter without(Matter matter, Set<Address> addresses) {
        if (matter instanceof Matter.Invitation) return new Matter.Invitation(Optional.empty());
        if (!(matter instanceof Matter.Admission wish)) return new Matter.Erased();
        List<Matter.Newcomer> others = wish.newcomers().stream().filter(newcomer -> !is(newcomer.person(), addresses)).toList();
        List<Matter.Applicant> applicants = wish.applicants().stream().filter(applicant -> !addresses.contains(applicant.address())).toList();
        return others.isEmpty() ? new Matter.Erased() : new Matter.Admission(wish.origin(), others, applicants);
    }

    private static Stage without(Stage stage, Set<Address> addresses) {
        if (!(stage instanceof Stage.Ended(var outcome, var at, var undo)) || undo.isEmpty() || !in(undo.get(), addresses)) return stage;
        Stage.Undo acts = undo.get();
        List<Member.Id> added = acts.added().stream().filter(id -> !addresses.contains(id.address())).toList();
        List<Member> removed = acts.removed().stream().filter(member -> !is(member.person(), addresses)).toList();
        List<Stage.Turned> changed = acts.changed().stream().filter(turned -> !in(turned, addresses)).toList();
        boolean nothing = added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        return new Stage.Ended(outcome, at, nothing ? Optional.empty() : Optional.of(new Stage.Undo(acts.until(), added, removed, changed, acts.provisional())));
    }
}
