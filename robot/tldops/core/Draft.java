package tldops.core;

import java.util.List;

/// What the commands of one mail have led to so far: each builds on those before it.
///
/// @param proves the mail answers a question that went to the stored address
record Draft(Registry registry, Mail mail, Facts facts, boolean proves, Decision decision) {
    Draft and(Decision more) {
        return new Draft(registry, mail, facts, proves, decision.and(more));
    }

    /// The memberships that this address speaks for, as they stand now.
    List<Member> memberships(Address address, Moment at) {
        return Memberships.of(registry, address).stream().map(member -> now(member, at)).toList();
    }

    Member now(Member member, Moment at) {
        for (Change change : decision.changes().reversed()) if (change instanceof Change.MemberSaved(var saved) && saved.id().equals(member.id())) return saved;
        return proves && mail.isFrom(member.person().address()) ? member.proved(at.now()) : Proofs.seen(registry, mail, member, at);
    }

    Guest now(Guest guest) {
        for (Change change : decision.changes().reversed()) if (change instanceof Change.GuestSaved(var saved) && saved.address().equals(guest.address())) return saved;
        return guest;
    }

    /// The number for one more case.
    long nextCase() {
        long highest = registry.nextCase(0) - 1;
        for (Change change : decision.changes()) if (change instanceof Change.CaseSaved(var saved)) highest = Math.max(highest, saved.number());
        return highest + 1;
    }

    /// What was counted by this mail alone.
    long counted(String key) {
        return decision.changes().stream().filter(change -> change instanceof Change.Counted counted && counted.key().equals(key)).count();
    }
}
