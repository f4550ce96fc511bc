package tldops.rehearsal;

import static tldops.rehearsal.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Authentication.Sureness;
import tldops.core.Bearer;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Request;

/// A small world in which good and bad steps are planted, and what an invariant says of each.
class PlantedWorld {
    static final Event NEWS = new Event.Sent("letter", NOW);
    static final Address STRANGER = Address.of("jo@elsewhere.example");

    final Registry registry = new Registry(rules());
    final Pen pen = new Pen(registry.rules().list());

    Optional<Invariant.Wrong> after(Invariant invariant, Event event, Decision decision) {
        return after(invariant, NOW, event, decision);
    }

    Optional<Invariant.Wrong> after(Invariant invariant, Instant at, Event event, Decision decision) {
        return invariant.after(step(registry, at, event, decision), registry);
    }

    static Decision joining(Member... members) {
        return new Decision(List.of(members).stream().map(member -> (Change) new Change.MemberSaved(member)).toList(), List.of(), List.of());
    }

    Event mail(Address from, Sureness sureness, Request request, Bearer... bearers) {
        return new Event.Arrived(pen.mail(from, Language.EN, sureness, List.of(bearers), List.of(), NOW), request, Facts.NONE);
    }
}
