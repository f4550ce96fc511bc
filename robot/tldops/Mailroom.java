package tldops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return new Outgoing(
                (until, limit) -> handed(outbox.due(until, limit), config.list(), config.send().personalEnvelopes()),
                outbox::sent, outbox::taken, outbox::refused, outbox::retry, outbox::givenUp, outbox::putBack, outbox::expired, outbox::sentSince,
                () -> outbox.held().isPresent(), outbox::hold, outbox::onWritten);
    }

    private static List<Due> handed(List<Outbox.Due> letters, Rules.MailingList list, boolean personal) {
        Map<String, byte[]> same = new HashMap<>();
        return letters.stream().map(letter -> {
            if (letter.mailing().isEmpty())
                return new Due(letter.id(), letter.letterId(), letter.envelopeFrom(), letter.recipients(), letter.bytes(), letter.attempts(), letter.bestBefore(), letter.bulletin());
            // thousands get the same bytes: they are in memory once
            byte[] bytes = same.computeIfAbsent(letter.letterId(), _ -> letter.bytes());
            UnaryOperator<Address> returnPath = subscriber -> list.bounces(Verp.key(letter.letterId(), subscriber));
            Copies copies = personal ? new Copies.Personal(returnPath) : Copies.SHARED;
            return new Due(letter.id(), letter.letterId(), letter.envelopeFrom(), letter.mailing().get().left(), bytes, letter.attempts(), letter.bestBefore(), true, copies);
        }).toList();
    }
}
