package tldops;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Tld;
import tldops.mail.Masking;
import tldops.mail.Shown;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Outbox;

/// What came in and what goes out, as rows and as papers for the operator; secrets stay masked (MAIL_RULES 33).
record Boxes(Office office) {
    private static final int NEWEST = 500;
    private static final Set<Inbox.State> OPEN = Set.of(Inbox.State.NEW, Inbox.State.WAITING, Inbox.State.ASIDE);

    // ---- in

    List<Rows.Inbox> inbox(boolean all) {
        Stream<Inbox.Row> rows = all
                ? office.store().inbox().list(Optional.empty(), NEWEST).stream()
                : OPEN.stream().flatMap(state -> office.store().inbox().list(Optional.of(state), NEWEST).stream());
        return rows.sorted(java.util.Comparator.comparingLong(Inbox.Row::id)).map(this::row).toList();
    }

    private Rows.Inbox row(Inbox.Row row) {
        Shown shown = shown(row);
        return new Rows.Inbox(row.id(), row.at(), word(row.kind()), shown.from(), shown.subject(), state(row), row.nextTry(), note(row));
    }

    Optional<Rows.Paper> mail(long number) {
        return office.store().inbox().row(number).map(row -> new Rows.Paper(number, state(row), row.reason().isEmpty() ? note(row) : row.reason(), page(row)));
    }

    private String page(Inbox.Row row) {
        boolean gone = row.kind() == Inbox.Kind.MAIL && row.duplicateOf() == 0 && office.store().inbox().raw(row.id()).filter(raw -> raw.length > 0).isEmpty();
        return gone ? "(Its bytes were cleared away: store.keep-mail.)" : shown(row).page();
    }

    /// What was set aside because it could not be read must not hinder the list that tells of it.
    private Shown shown(Inbox.Row row) {
        try {
            return read(row, office.store().inbox().raw(row.id()).orElse(new byte[0]));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return new Shown("", "", "", "", "(cannot be read)", "");
        }
    }

    /// An operator's order and news of a letter are shown in words.
    private Shown read(Inbox.Row row, byte[] raw) {
        return switch (row.kind()) {
            case MAIL -> Shown.of(Masking.masked(raw, office.assembly().judges(_ -> List.of()).read(row.envelope(), row.id(), row.at(), raw))).masked();
            case OPERATOR -> new Shown(row.envelope().client(), "", "", "", order(Documents.read(raw, Event.Order.class)), "");
            case PROBE -> Shown.of(raw).masked();
            case SENT -> new Shown("", "", "", "", "the relay took a letter", "");
            case EXPIRED -> new Shown("", "", "", "", "a letter was dropped unsent", Documents.read(raw, Event.GivenUp.class).reason());
            case GIVEN_UP -> new Shown("", "", "", "", "a letter was given up", Documents.read(raw, Event.GivenUp.class).reason());
            case UNREACHED -> unreached(Documents.read(raw, Event.Undelivered.class));
        };
    }

    private static Shown unreached(Event.Undelivered news) {
        String whom = news.subscribers().stream().map(Address::toString).collect(java.util.stream.Collectors.joining("\n"));
        return new Shown("", "", "", "", "a letter did not reach " + news.subscribers().size() + " of its subscribers", news.reason() + "\n\n" + whom);
    }

    private static String order(Event.Order order) {
        return switch (order) {
            case Event.Order.Invite(var tlds) -> "invite " + String.join(" ", tlds.stream().map(Tld::display).toList());
            case Event.Order.Import(var entries) -> "import of " + entries.size() + " contacts";
            case Event.Order.AcceptClock _ -> "clock accept";
            case Event.Order.Undo(long number) -> "undo case " + number;
            case Event.Order.AddGuest guest -> "guest add " + guest.address();
            case Event.Order.AddKey(var tld, var key) -> "key add " + tld.display() + " " + key.fingerprint();
            case Event.Order.RemoveKey(var tld, var fingerprint) -> "key remove " + tld.display() + " " + fingerprint;
            case Event.Order.RemoveGuest(var address) -> "guest remove " + address;
            case Event.Order.Campaign(var step, var tlds) -> "batches " + step.name().toLowerCase(Locale.ROOT) + String.join("", tlds.stream().map(tld -> " " + tld.display()).toList());
            case Event.Order.Judge(long number, var word, int days) -> "case " + number + " " + word(word) + (days > 0 ? " " + days : "");
        };
    }

    private static String state(Inbox.Row row) {
        return switch (row.state()) {
            case NEW -> "waiting";
            case WAITING -> "later";
            default -> word(row.state());
        };
    }

    private static String note(Inbox.Row row) {
        return row.duplicateOf() > 0 ? "the same as " + row.duplicateOf() : row.reason().lines().findFirst().orElse("");
    }

    // ---- out

    List<Rows.Outbox> outbox(boolean all) {
        Optional<String> held = office.store().outbox().held();
        return office.store().outbox().list(all ? Optional.empty() : Optional.of(Outbox.State.WAITING), NEWEST).reversed().stream().map(row -> row(row, held)).toList();
    }

    private Rows.Outbox row(Outbox.Row row, Optional<String> held) {
        boolean waits = row.state() == Outbox.State.WAITING;
        Optional<Instant> next = waits && held.isEmpty() ? Optional.of(row.nextTry()) : Optional.empty();
        String why = waits && row.reason().isEmpty() ? held.orElse("") : row.reason();
        String note = row.spread().map(spread -> how(spread) + (why.isEmpty() ? "" : "; " + why)).orElse(why);
        return new Rows.Outbox(
                row.id(), row.written(), row.kind(), to(row), letter(row).map(Shown::subject).orElse(""), state(row, held),
                row.attempts(), next, note);
    }

    /// Of a letter to many not the thousands of names, but how many they are.
    private static List<String> to(Outbox.Row row) {
        return row.spread().map(spread -> List.of(spread.subscribers() + " subscribers")).orElseGet(() -> row.recipients().stream().map(Address::toString).toList());
    }

    private static String how(Outbox.Spread spread) {
        return spread.taken() + " sent" + (spread.refused() > 0 ? ", " + spread.refused() + " refused" : "");
    }

    Optional<Rows.Paper> letter(long number) {
        Optional<String> held = office.store().outbox().held();
        return office.store().outbox().row(number)
                .map(row -> new Rows.Paper(number, state(row, held), row.spread().map(Boxes::how).map(how -> how + (row.reason().isEmpty() ? "" : "; " + row.reason())).orElse(row.reason()), letter(row).map(Shown::page).orElse("(It held a secret and was erased when it had left.)")));
    }

    private Optional<Shown> letter(Outbox.Row row) {
        return office.store().outbox().kept(row.id()).map(bytes -> Shown.of(bytes).masked());
    }

    private static String state(Outbox.Row row, Optional<String> held) {
        return switch (row.state()) {
            case WAITING -> held.isPresent() ? "held" : "due";
            case EXPIRED -> "too late";
            default -> word(row.state());
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
