package tldops.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who of a ccTLD is asked to call, and in which order: by rank, both addresses of each (P8); with who is away, his deputy
/// or the next rank at once (N13, N22).
final class Calls {
    static final int WIDTH = 68;

    private Calls() {}

    /// @param matter the case with these calls in it
    /// @param decision the case saved, and their letters
    /// @param asked empty when nobody is left
    record Wave(Case matter, Decision decision, List<Member> asked) {}

    static Wave next(Registry registry, Case matter, Moment at) {
        List<Member> asked = group(registry, left(registry, matter), at);
        Matter.Urgent call = (Matter.Urgent) matter.matter();
        Case carrying = matter;
        Decision letters = Decision.EMPTY;
        List<Matter.Call> calls = new ArrayList<>(call.calls());
        Optional<String> inPlaceOf = Optional.empty();
        for (Member member : asked) {
            for (Address address : member.person().addresses()) {
                if (address.equals(call.to()) || calls.stream().anyMatch(one -> one.address().equals(address))) continue;
                Letter letter = letter(registry, carrying, call, member, address, inPlaceOf, at);
                letters = letters.and(letter);
                carrying = carrying.carrying(new Issued(letter.reply().orElseThrow().hash(), Issued.Purpose.VERDICT, address, letter.id(), true)).asking(address);
                calls.add(new Matter.Call(member.id(), address, letter.id(), at.now(), Matter.Call.Fate.WRITTEN));
            }
            inPlaceOf = Optional.of(member.person().name());
        }
        Case after = carrying.about(new Matter.Urgent(call.by(), call.to(), call.text(), List.copyOf(calls), Optional.of(at.now().plus(registry.rules().urgent().step())), call.answered()));
        return new Wave(after, Decision.EMPTY.and(new Change.CaseSaved(after)).and(letters), asked);
    }

    /// Those who can still be asked, by rank: never himself, and nobody to whom nothing private may go yet (P5).
    static List<Member> left(Registry registry, Case matter) {
        Matter.Urgent call = (Matter.Urgent) matter.matter();
        // who merely has his address as a second one is somebody else (P8)
        List<Member> himself = Memberships.of(registry, call.to());
        return registry.membersOf(matter.tld().orElseThrow()).stream()
                .filter(member -> member.proved().isPresent() && !himself.contains(member) && !member.person().address().equals(call.by().address()))
                .filter(member -> call.calls().stream().noneMatch(one -> one.member().equals(member.id())))
                // who has only an address that was asked with somebody else's letter has been asked
                .filter(member -> !call.calls().stream().map(Matter.Call::address).toList().containsAll(member.person().addresses()))
                .toList();
    }

    private static List<Member> group(Registry registry, List<Member> all, Moment at) {
        List<Member> left = new ArrayList<>(all.stream().filter(member -> member.readsRoster(at.now())).toList());
        List<Member> group = new ArrayList<>();
        while (!left.isEmpty()) {
            Optional<Member> deputy = group.isEmpty() ? Optional.empty() : Absence.standIn(registry, group.getLast(), group.getLast().options().away().map(Options.Away::deputy).orElse(0)).filter(left::contains);
            Member next = deputy.orElse(left.getFirst());
            left.remove(next);
            group.add(next);
            if (!away(registry, next, at)) break;
        }
        return group;
    }

    private static boolean away(Registry registry, Member member, Moment at) {
        return member.options().awayOn(LocalDate.ofInstant(at.now(), Days.calendar(registry, Optional.of(member.tld())).zone()));
    }

    private static Letter letter(Registry registry, Case matter, Matter.Urgent call, Member member, Address address, Optional<String> inPlaceOf, Moment at) {
        String name = "urgent " + matter.number() + " " + member.id() + " " + address.key();
        Person caller = registry.member(call.by()).map(Member::person).orElseThrow();
        List<Tld> of = registry.membersWith(call.to()).stream().map(Member::tld).toList();
        Content content = new OptionContent.UrgentCall(matter.tld().orElseThrow(), caller, of, Clean.wrapped(call.text(), WIDTH), inPlaceOf, matter.opened());
        return new Letter(at.name(name, 16), content, member.language(), List.of(address), List.of(), Optional.of(at.token(name)), false, Optional.empty(), matter.number(),
                Letter.Envelope.VERP, true, true, Urgency.end(matter));
    }

    /// These calls as they are told, person by person.
    static List<OptionContent.Called> called(Registry registry, Case matter, List<Matter.Call> calls) {
        Map<Member.Id, List<OptionContent.Way>> ways = new LinkedHashMap<>();
        for (Matter.Call one : calls) ways.computeIfAbsent(one.member(), _ -> new ArrayList<>()).add(new OptionContent.Way(one.address(), one.fate()));
        List<OptionContent.Called> called = new ArrayList<>();
        ways.forEach((id, all) -> registry.member(id).ifPresent(member -> called.add(new OptionContent.Called(member.rank(), member.person(), member.options().away().map(Options.Away::until), List.copyOf(all)))));
        return List.copyOf(called);
    }
}
