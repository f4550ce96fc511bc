package tldops.post;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tldops.core.Address;

/// The copies of a letter to many that stand in one row, on their way over one connection: one transaction after the
/// other, each on our disk before the next begins, so that a crash repeats no more than one (P4).
///
/// @param taken told, and waited for, of what the relay has
record Walk(Courier courier, Outgoing.Taken taken, Supplier<Instant> now, BooleanSupplier closing) {
    /// @return what became of the copies that the relay did not take
    Outcome carry(Due letter) {
        Map<Address, Outcome> left = new LinkedHashMap<>();
        Deque<List<Address>> waiting = transactions(letter);
        while (!waiting.isEmpty() && !closing.getAsBoolean()) {
            List<Address> to = waiting.remove();
            Outcome outcome = courier.carry(letter.to(to));
            if (outcome instanceof Outcome.RelayAway) return outcome;
            Outcome.Each each = outcome instanceof Outcome.Each many ? many : Outcome.Each.all(to, outcome, true);
            List<Address> has = to.stream().filter(address -> each.copies().get(address) instanceof Outcome.Accepted).toList();
            if (!has.isEmpty()) taken.copies(letter.id(), has, now.get());
            List<Address> next = new ArrayList<>();
            for (Address address : to) {
                Outcome one = each.copies().getOrDefault(address, new Outcome.Later("no answer"));
                if (!has.isEmpty() && each.whole() && tooMany(one)) next.add(address);
                else if (!(one instanceof Outcome.Accepted)) left.put(address, one);
            }
            if (!next.isEmpty()) waiting.addFirst(next);
            if (each.whole()) continue;
            // whatever is wrong with the connection: the others come with the next try, not at once
            waiting.forEach(others -> others.forEach(address -> left.put(address, new Outcome.Later("the connection was lost"))));
            waiting.clear();
        }
        return new Outcome.Each(left, waiting.isEmpty());
    }

    private static Deque<List<Address>> transactions(Due letter) {
        Deque<List<Address>> transactions = new ArrayDeque<>();
        if (letter.copies() instanceof Copies.Personal) letter.recipients().forEach(address -> transactions.add(List.of(address)));
        else transactions.add(letter.recipients());
        return transactions;
    }

    /// The relay wants fewer recipients in one transaction: the others come in another one (RFC 5321 4.5.3.1.10).
    private static boolean tooMany(Outcome outcome) {
        return outcome instanceof Outcome.Later(var reply) && (reply.startsWith("452") || reply.startsWith("552"));
    }
}
