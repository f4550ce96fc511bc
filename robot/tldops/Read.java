package tldops;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Bearer;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Mail;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.mail.Reading;

/// What a row of the inbox turned out to be, once it was read.
sealed interface Read {
    /// @param masked its bytes without secrets, when it holds any (MAIL_RULES 33)
    @SuppressWarnings("ArrayRecordComponent")
    record Written(Reading reading, Optional<byte[]> masked) implements Read {}

    record Ordered(Event.Order order, String operator) implements Read {}

    /// What became of a letter.
    record News(Event event) implements Read {}

    /// A letter was of no more use before it could leave.
    record Dropped(String letter) implements Read {}

    default Event event(Facts facts) {
        return switch (this) {
            case Written(var reading, _) -> new Event.Arrived(reading.mail(), reading.request(), facts);
            case Ordered(var order, var operator) -> new Event.Ordered(order, operator, facts);
            case News(var event) -> event;
            case Dropped(var letter) -> new Event.Expired(letter, facts);
        };
    }

    default Need need(Registry registry) {
        return switch (this) {
            case Written(var reading, _) -> Needs.of(registry, reading.mail(), reading.request());
            case Ordered(var order, _) -> Needs.of(registry, order);
            case News _ -> Need.NOTHING;
            case Dropped(var letter) -> Needs.ofExpired(registry, letter);
        };
    }

    /// What it is called in the log and in the journal.
    default String request() {
        return switch (this) {
            case Written(var reading, _) -> reading.request().getClass().getSimpleName();
            case Ordered(var order, _) -> order.getClass().getSimpleName();
            case News(Event.Due due) -> due.duty().name().toLowerCase(java.util.Locale.ROOT);
            case News(var event) -> event.getClass().getSimpleName();
            case Dropped _ -> Event.Expired.class.getSimpleName();
        };
    }

    /// Who asked: an address, the name of an operator; "" when nobody did.
    default String sender() {
        return switch (this) {
            case Written(var reading, _) -> reading.mail().from().map(Address::toString).orElse("");
            case Ordered(_, var operator) -> operator;
            case News _, Dropped _ -> "";
        };
    }

    default Optional<Mail> mail() {
        return this instanceof Written(var reading, _) ? Optional.of(reading.mail()) : Optional.empty();
    }

    /// Whether it can not be told yet who sent it: the DNS has to say so.
    default boolean awaited() {
        return mail().filter(mail -> mail.authentication().awaited()).isPresent();
    }

    /// Whether it may be answered by a clock that is in doubt: commands that only read, and what no answer follows
    /// (SPEC 1.10). That it changes nothing shows when it is decided.
    default boolean onlyReads() {
        return switch (this) {
            case Written(var reading, _) -> reading.request() instanceof Request.Commands || reading.request() instanceof Request.Automatic;
            case Ordered(var order, _) -> order instanceof Event.Order.AcceptClock;
            case News _, Dropped _ -> false;
        };
    }

    /// By what its order among the others is kept: its sender, and the cases it can be about (DESIGN 1.2).
    default Ties ties() {
        return switch (this) {
            case Written(var reading, _) -> new Ties(reading.mail().from().map(List::<Object>of).orElse(List.of()), reading.mail().bearers(), List.of());
            case Ordered(Event.Order.Undo(long number), _) -> new Ties(List.of(number), List.of(), List.of());
            case Ordered(Event.Order.Judge(long number, _, _), _) -> new Ties(List.of(number), List.of(), List.of());
            case Ordered _ -> Ties.NONE;
            case News(Event.Sent(var letter, _)) -> new Ties(List.of(), List.of(), List.of(letter));
            case News(Event.GivenUp(var letter, _)) -> new Ties(List.of(), List.of(), List.of(letter));
            case News(Event.Undelivered(var letter, _, _)) -> new Ties(List.of(), List.of(), List.of(letter));
            case Dropped(var letter) -> new Ties(List.of(), List.of(), List.of(letter));
            case News _ -> Ties.NONE;
        };
    }

    /// @param keys an address, the number of a case
    /// @param letters ids of letters
    record Ties(List<Object> keys, List<Bearer> bearers, List<String> letters) {
        static final Ties NONE = new Ties(List.of(), List.of(), List.of());

        /// Two rows that share one of these are decided in the order in which they came.
        Set<Object> keys(Registry registry) {
            Set<Object> all = new LinkedHashSet<>(keys);
            for (Bearer bearer : bearers) registry.caseOf(bearer.token()).ifPresent(found -> all.add(found.number()));
            for (String letter : letters) registry.casesOfLetter(letter).forEach(found -> all.add(found.number()));
            return all;
        }
    }
}
