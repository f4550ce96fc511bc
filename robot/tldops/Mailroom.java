package tldops;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tldops.core.Address;
import tldops.core.Rules;
import tldops.core.Verp;
import tldops.post.Copies;
import tldops.post.Due;
import tldops.post.Outgoing;
import tldops.store.Outbox;

/// Hands the outbox over to the sender: which letter goes how, and back what became of it.
final class Mailroom {
    private Mailroom() {}

    static Outgoing outgoing(Outbox outbox, Config config) {
        Map<String, WeakReference<byte[]>> same = new ConcurrentHashMap<>();
        return new Outgoing(
                (until, limit) -> handed(outbox.due(until, limit), config.list(), config.send().personalEnvelopes(), same),
                outbox::sent, outbox::taken, outbox::refused, outbox::retry, outbox::givenUp, outbox::putBack, outbox::expired, outbox::sentSince,
                () -> outbox.held().isPresent(), outbox::hold, outbox::onWritten);
    }

    private static List<Due> handed(List<Outbox.Due> letters, Rules.MailingList list, boolean personal, Map<String, WeakReference<byte[]>> same) {
        same.values().removeIf(bytes -> bytes.get() == null);
        return letters.stream().map(letter -> {
            if (letter.mailing().isEmpty())
                return new Due(letter.id(), letter.letterId(), letter.envelopeFrom(), letter.recipients(), letter.bytes(), letter.attempts(), letter.bestBefore(), letter.bulletin());
            byte[] bytes = shared(same, letter);
            UnaryOperator<Address> returnPath = subscriber -> list.bounces(Verp.key(letter.letterId(), subscriber));
            Copies copies = personal ? new Copies.Personal(returnPath) : Copies.SHARED;
            return new Due(letter.id(), letter.letterId(), letter.envelopeFrom(), letter.mailing().get().left(), bytes, letter.attempts(), letter.bestBefore(), true, copies);
        }).toList();
    }

    /// Thousands get the same bytes: they are in memory once, as long as any of their parts is being sent.
    private static byte[] shared(Map<String, WeakReference<byte[]>> same, Outbox.Due letter) {
        Optional<byte[]> there = Optional.ofNullable(same.get(letter.letterId())).flatMap(held -> Optional.ofNullable(held.get()));
        if (there.isPresent()) return there.get();
        byte[] bytes = letter.bytes();
        same.put(letter.letterId(), new WeakReference<>(bytes));
        return bytes;
    }
}
