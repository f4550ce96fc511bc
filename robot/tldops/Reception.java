package tldops;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import tldops.core.Envelope;
import tldops.intake.Inlet;
import tldops.intake.NotNow;
import tldops.mail.Fingerprint;
import tldops.store.Inbox;

/// The first room's back wall: a mail from any door becomes an inbox row, on disk before the door says yes (P4).
///
/// @param probes our own mails that are out to see whether they come in
/// @param space what must stay free on the store's disk (`store.min-free`)
record Reception(Inbox inbox, Space space, Supplier<Instant> clock, Tally tally, Probes probes) implements Inlet {
    @Override
    public void take(Envelope envelope, byte[] raw) throws NotNow {
        Optional<String> lacking = space.lacking();
        if (lacking.isPresent()) throw NotNow.full(lacking.get());
        Fingerprint known = Fingerprint.of(raw);
        Optional<String> probe = probes.known(raw);
        try {
            inbox.take(new Inbox.Arrival(probe.isPresent() ? Inbox.Kind.PROBE : Inbox.Kind.MAIL, envelope, raw, known.messageId(), known.digest(), clock.get())).join();
            tally.taken(envelope.door());
            probe.ifPresent(id -> probes.landed(id, envelope));
        } catch (CompletionException failed) {
            throw NotNow.busy("it could not be stored: " + failed.getCause());
        }
    }

    @Override
    public void refused(String door, String reason) {
        tally.refused(door, reason);
    }
}
