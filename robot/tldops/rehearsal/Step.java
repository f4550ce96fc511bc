package tldops.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Member;
import tldops.core.Registry;

/// One event, what was decided on it, and whom that made a member or took the place of one.
///
/// @param joined members that were none before
/// @param left members that are none afterwards
public record Step(Instant at, Event event, Decision decision, List<Member> joined, List<Member> left) {
    /// @param before the registry as the decision found it
    static Step of(Registry before, Instant at, Event event, Decision decision) {
        List<Member> joined = new ArrayList<>();
        List<Member> left = new ArrayList<>();
        for (Change change : decision.changes()) {
            switch (change) {
                case Change.MemberSaved(var member) when before.member(member.id()).isEmpty() -> joined.add(member);
                case Change.MemberGone(var id) -> Optional.of(id).flatMap(before::member).ifPresent(left::add);
                default -> { }
            }
        }
        return new Step(at, event, decision, List.copyOf(joined), List.copyOf(left));
    }

    /// Whether it moved who is a member.
    boolean moved() {
        return !joined.isEmpty() || !left.isEmpty();
    }
}
