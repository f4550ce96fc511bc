package tldops;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import tldops.cli.Rows;
import tldops.core.ClockFault;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Imports;
import tldops.core.Journal;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Journals;

/// What the operator sets going. An order is a row of the inbox like any mail, with his name on it, and is answered with
/// what the journal says of it (DESIGN 1.7).
record Orders(Office office) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /// What these remember of a day to come would be wrong until then: a week's ten invitations twice in one week (R070),
    /// members who are never announced (R026).
    private static final Set<Event.Duty> NEVER_AHEAD = Set.of(Event.Duty.INVITATIONS, Event.Duty.NOTIFICATION, Event.Duty.REMINDER);

    /// A row for each ccTLD: one that IANA says nothing of holds up no other.
    List<Rows.Outcome> invite(String user, List<Tld> tlds) {
        return ordered(user, tlds.stream().map(tld -> (Event.Order) new Event.Order.Invite(List.of(tld))).toList());
    }

    Rows.Outcome judge(String user, long number, Request.Word word, int days) {
        return ordered(user, List.of(new Event.Order.Judge(number, word, days))).getFirst();
    }

    Rows.Outcome undo(String user, long number) {
        return ordered(user, List.of(new Event.Order.Undo(number))).getFirst();
    }

    Rows.Outcome acceptClock(String user) {
        Optional<ClockFault> doubt = office.time().doubt();
        if (doubt.isEmpty()) return Rows.Outcome.no("The clock is not in doubt.");
        List<Rows.Outcome> said = ordered(user, List.of(new Event.Order.AcceptClock(doubt.get())));
        return said.getFirst();
    }

    List<Rows.Outcome> takeOver(String user, List<Imports.Entry> entries) {
        return ordered(user, List.of(new Event.Order.Import(entries)));
    }

    List<Rows.Outcome> order(String user, Event.Order order) {
        return ordered(user, List.of(order));
    }

    private List<Rows.Outcome> ordered(String user, List<Event.Order> orders) {
        var _ = office.robot().get();
        Envelope door = new Envelope("operator", false, Optional.empty(), List.of(), user);
        long end = System.nanoTime() + PATIENCE.toNanos();
        return orders.stream()
                .map(order -> office.store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, door, Documents.bytes(order), "", "", office.now().get())).join())
                .toList().stream()
                .flatMap(id -> outcomes(decided(id, end)).stream())
                .toList();
    }

    /// The row when the walk has done with it, or when that takes too long to wait for.
    private Inbox.Row decided(long id, long end) {
        Inbox.Row row = office.store().inbox().row(id).orElseThrow();
        while (row.state() == Inbox.State.NEW && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            row = office.store().inbox().row(id).orElseThrow();
        }
        return row;
    }

    private List<Rows.Outcome> outcomes(Inbox.Row row) {
        return switch (row.state()) {
            case DONE -> {
                List<Rows.Outcome> said = office.store().journals().ofInbox(row.id()).stream().map(Journals.Line::journal).map(Orders::outcome).toList();
                yield said.isEmpty() ? List.of(Rows.Outcome.done("Done; there was nothing to decide.")) : said;
            }
            case ASIDE -> List.of(Rows.Outcome.no("This went wrong inside the robot; `tldops inbox show " + row.id() + "` tells more."));
            case WAITING -> List.of(row.nextTry().isEmpty()
                    ? Rows.Outcome.later("It waits, as number " + row.id() + " of the inbox: " + row.reason() + " (`tldops clock`).")
                    : Rows.Outcome.later("IANA does not answer (" + row.reason() + "); it is asked again at " + row.nextTry().map(Instant::toString).orElse("once") + ", as number " + row.id() + " of the inbox."));
            default -> List.of(Rows.Outcome.later("Not decided yet; it is number " + row.id() + " of the inbox."));
        };
    }

    private static Rows.Outcome outcome(Journal line) {
        String about = line.tld().map(tld -> tld.display() + ": ").orElse("") + line.what() + (line.reason().isEmpty() ? "" : ", " + line.reason());
        String sentence = about + (line.caseNumber() > 0 ? " (case " + line.caseNumber() + ")" : "");
        return line.what().startsWith("not ") ? Rows.Outcome.no(sentence) : Rows.Outcome.done(sentence);
    }

    Rows.Outcome duty(String user, Event.Duty duty, Optional<Instant> at) {
        Instant when = at.orElseGet(office.now()).truncatedTo(ChronoUnit.MILLIS);
        String name = duty.name().toLowerCase(Locale.ROOT);
        if (NEVER_AHEAD.contains(duty) && when.isAfter(office.now().get())) return Rows.Outcome.no(name + " is not done ahead of its time: it counts by the calendar what it has sent. Leave --at out to do it now.");
        if (office.register().ask(registry -> registry.done(duty, when.toString())).isPresent()) return Rows.Outcome.done(name + " for " + when + " was done before.");
        Optional<String> held = office.robot().get().holdsBack(duty).join();
        if (held.isPresent()) return Rows.Outcome.later(name + " is not done now: " + held.get() + ".");
        long before = office.store().journals().last();
        try {
            office.robot().get().duty(duty, when.toString(), at).join();
        } catch (CompletionException failed) {
            return Rows.Outcome.no(name + " failed: " + Optional.ofNullable(failed.getCause()).orElse(failed).getMessage());
        }
        List<String> steps = office.store().journals().range(before + 1, office.store().journals().last()).stream()
                .filter(line -> line.inbox() == 0 && !line.journal().what().equals("nothing")).map(line -> outcome(line.journal()).message()).toList();
        return Rows.Outcome.done(name + " is done" + (steps.isEmpty() ? "; nothing was due." : ":\n  " + String.join("\n  ", steps)));
    }

    Rows.Outcome retry(String user, long number) {
        var _ = office.robot().get();
        if (!office.store().inbox().retry(number)) return Rows.Outcome.no("Number " + number + " of the inbox was neither set aside nor dropped.");
        List<String> said = outcomes(decided(number, System.nanoTime() + PATIENCE.toNanos())).stream().map(Rows.Outcome::message).toList();
        return office.store().inbox().row(number).filter(row -> row.state() == Inbox.State.DONE).isPresent()
                ? Rows.Outcome.done(String.join("\n", said)) : Rows.Outcome.no(String.join("\n", said));
    }

    Rows.Outcome drop(String user, long number) {
        return office.store().inbox().drop(number, "dropped by " + user)
                ? Rows.Outcome.done("Number " + number + " is left unhandled.") : Rows.Outcome.no("Number " + number + " of the inbox waits for nothing.");
    }

    Rows.Outcome release(String user) {
        Optional<String> held = office.store().outbox().held();
        if (held.isEmpty()) return Rows.Outcome.no("Nothing is held.");
        office.store().outbox().release();
        return Rows.Outcome.done("Sending goes on; it was held: " + held.get());
    }
}
