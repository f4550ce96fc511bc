package tldops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
/// @param minFree bytes that must stay free on the store's disk (`store.min-free`)
record Reception(Inbox inbox, Path folder, long minFree, Supplier<Instant> clock, Tally tally, Probes probes) implements Inlet {
    @Override
    public void take(Envelope envelope, byte[] raw) throws NotNow {
        if (free() < minFree) throw NotNow.full("less than store.min-free is left on the disk");
        Fingerprint known = Fingerprint.of(raw);
        Optional<String> probe = probes.known(raw);
        try {
            inbox.put(new Inbox.Arrival(probe.isPresent() ? Inbox.Kind.PROBE : Inbox.Kind.MAIL, envelope, raw, known.messageId(), known.digest(), clock.get())).join();
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

    private long free() throws NotNow {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            throw NotNow.busy("the disk can not be asked: " + unknown.getMessage());
        }
    }
}
