package tldops.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The last contact of a ccTLD has left, however that came: it stands in the public directory no more, and the Secretariat
/// hears of it (R052).
final class Vacancies {
    private Vacancies() {}

    static Decision of(Registry registry, Decision decision, Moment at) {
        Set<Tld> touched = new TreeSet<>();
        for (Change change : decision.changes()) if (change instanceof Change.MemberGone(var id)) touched.add(id.tld());
        Decision told = Decision.EMPTY;
        for (Tld tld : touched) if (!registry.membersOf(tld).isEmpty() && after(registry, decision, tld).isEmpty()) told = told.and(vacant(registry, tld, at));
        return told;
    }

    private static Set<Member.Id> after(Registry registry, Decision decision, Tld tld) {
        Set<Member.Id> members = new LinkedHashSet<>(registry.membersOf(tld).stream().map(Member::id).toList());
        for (Change change : decision.changes()) {
            if (change instanceof Change.MemberGone(var id)) members.remove(id);
            if (change instanceof Change.MemberSaved(var member) && member.tld().equals(tld)) members.add(member.id());
        }
        return members;
    }

    private static Decision vacant(Registry registry, Tld tld, Moment at) {
        Decision decision = Decision.of(Journal.of("left the directory", "its last contact has left (R052)", tld));
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (secretariat.isEmpty()) return decision;
        Letter letter = new Letter(at.name("vacant " + tld.label(), 16), new ChangeContent.Vacant(tld, at.now()), Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, Days.due(registry, Optional.empty(), at.now(), registry.rules().times().failureDays()));
        return decision.and(letter);
    }
}
