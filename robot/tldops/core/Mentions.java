package tldops.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whom a case names, and the case without them (L45).
final class Mentions {
    private Mentions() {}

    /// Everybody whom its matter is about, or whom it asks.
    static Stream<Address> of(Case matter) {
        Stream<Address> asked = Stream.concat(Stream.of(matter.asked()), matter.tokens().stream().map(Issued::to));
        Stream<Address> undone = matter.stage() instanceof Stage.Ended(_, _, var undo) ? undo.stream().flatMap(Mentions::in) : Stream.empty();
        return Stream.of(asked, in(matter.matter()), undone).flatMap(some -> some);
    }

    static boolean of(Case matter, Set<Address> addresses) {
        return of(matter).anyMatch(addresses::contains);
    }

    private static Stream<Address> in(Matter matter) {
        return switch (matter) {
            case Matter.Invitation(var draft) -> draft.stream().flatMap(Mentions::in);
            case Matter.Admission wish -> Stream.concat(named(wish.newcomers()), asking(wish.applicants()));
            case Matter.ReplaceWhom wish -> Stream.of(named(List.of(wish.newcomer())), named(wish.waiting()), wish.present().stream().map(Member.Id::address), asking(wish.applicants())).flatMap(some -> some);
            case Matter.WhichTld which -> in(which.form());
            case Matter.Correction correction -> Stream.of(Stream.of(correction.sender()), correction.copied().stream(), in(correction.draft())).flatMap(some -> some);
            case Matter.MemberAction action -> Stream.of(action.member().address());
            case Matter.GuestAction action -> Stream.of(action.guest());
            case Matter.Forgetting forgetting -> Stream.of(forgetting.address());
            case Matter.Urgent call -> Stream.concat(Stream.of(call.to(), call.by().address()), call.calls().stream().map(Matter.Call::address));
            case Matter.Modify shown -> Stream.concat(shown.shown().stream().flatMap(entry -> entry.person().addresses().stream()), in(shown.draft()));
            case Matter.Change change -> Stream.concat(in(change.effect()), asking(change.applicants()));
            case Matter.Departure departure -> Stream.of(departure.member().address());
            case Matter.Restore restore -> restore.member().person().addresses().stream();
            case Matter.Appointment appointment -> Stream.of(appointment.delegate());
            case Matter.KeyNotice _ -> Stream.empty();
            case Matter.HeldPost post -> Stream.of(post.draft().author());
            case Matter.Check check -> Stream.concat(Stream.of(check.address()), check.handed().stream().flatMap(one -> one.admin().stream()));
            case Matter.Reconfirmation asked -> Stream.concat(Stream.of(asked.before()), asked.shown().stream().map(Member.Id::address));
            case Matter.ManyMoved _ -> Stream.empty();
            case Matter.Erased _ -> Stream.empty();
        };
    }

    private static Stream<Address> in(Amendment effect) {
        Stream<Person> turned = effect.changed().stream().flatMap(turn -> Stream.of(turn.before().person(), turn.after().person()));
        Stream<Person> gone = effect.removed().stream().map(Amendment.Entry::person);
        return Stream.concat(named(effect.added()), Stream.concat(turned, gone).flatMap(person -> person.addresses().stream()));
    }

    private static Stream<Address> in(Form form) {
        return form.entries().stream().flatMap(entry -> entry.email().value().stream()).flatMap(List::stream);
    }

    private static Stream<Address> in(Stage.Undo undo) {
        Stream<Address> removed = undo.removed().stream().flatMap(member -> member.person().addresses().stream());
        return Stream.of(undo.added().stream().map(Member.Id::address), removed, undo.changed().stream().flatMap(Mentions::in)).flatMap(some -> some);
    }

    private static Stream<Address> in(Stage.Turned turned) {
        return Stream.concat(Stream.of(turned.now().address()), turned.before().person().addresses().stream());
    }

    private static Stream<Address> named(List<Matter.Newcomer> newcomers) {
        return newcomers.stream().flatMap(newcomer -> newcomer.person().addresses().stream());
    }

    private static Stream<Address> asking(List<Matter.Applicant> applicants) {
        return applicants.stream().map(Matter.Applicant::address);
    }

    /// A case that is over, without them: an admission keeps the other people, anything else is emptied.
    static Case without(Case matter, Set<Address> addresses, Address owner) {
        List<Issued> tokens = matter.tokens().stream().filter(issued -> !addresses.contains(issued.to())).toList();
        Address asked = addresses.contains(matter.asked()) ? owner : matter.asked();
        Matter rest = in(matter.matter()).anyMatch(addresses::contains) ? without(matter.matter(), addresses) : matter.matter();
        return new Case(matter.number(), matter.tld(), rest, without(matter.stage(), addresses), asked, matter.language(), matter.opened(), tokens, matter.reopened());
    }

    private static Matter without(Matter matter, Set<Address> addresses) {
        if (matter instanceof Matter.Invitation) return new Matter.Invitation(Optional.empty());
        if (!(matter instanceof Matter.Admission wish)) return new Matter.Erased();
        List<Matter.Newcomer> others = wish.newcomers().stream().filter(newcomer -> newcomer.person().addresses().stream().noneMatch(addresses::contains)).toList();
        List<Matter.Applicant> applicants = wish.applicants().stream().filter(applicant -> !addresses.contains(applicant.address())).toList();
        return others.isEmpty() ? new Matter.Erased() : new Matter.Admission(wish.origin(), others, applicants);
    }

    private static Stage without(Stage stage, Set<Address> addresses) {
        if (!(stage instanceof Stage.Ended(var outcome, var at, var undo)) || undo.isEmpty() || in(undo.get()).noneMatch(addresses::contains)) return stage;
        Stage.Undo acts = undo.get();
        List<Member.Id> added = acts.added().stream().filter(id -> !addresses.contains(id.address())).toList();
        List<Member> removed = acts.removed().stream().filter(member -> member.person().addresses().stream().noneMatch(addresses::contains)).toList();
        List<Stage.Turned> changed = acts.changed().stream().filter(turned -> in(turned).noneMatch(addresses::contains)).toList();
        boolean nothing = added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        return new Stage.Ended(outcome, at, nothing ? Optional.empty() : Optional.of(new Stage.Undo(acts.until(), added, removed, changed, acts.provisional())));
    }
}
