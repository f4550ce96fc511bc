package tldops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import tldops.core.Envelope;
import tldops.intake.Inlet;
import tldops.intake.NotNow;
import tldops.mail.Fingerprint;
import tldops.store.Inbox;

/// The first room's back wall: a mail from any door becomes an inbox row, on disk before the door says yes (P4).
///
/// @param minFree bytes that must stay free on the store's disk (`store.min-free`)
record Reception(Inbox inbox, Path folder, long minFree, Supplier<Instant> clock) implements Inlet {
    @Override
    public void take(Envelope envelope, byte[] raw) throws NotNow {
        if (free() < minFree) throw NotNow.full("less than store.min-free is left on the disk");
        Fingerprint known = Fingerprint.of(raw);
        try {
            inbox.put(new Inbox.Arrival(Inbox.Kind.MAIL, envelope, raw, known.messageId(), known.digest(), clock.get())).join();
        } catch (CompletionException failed) {
            throw NotNow.busy("it could not be stored: " + failed.getCause());
        }
    }

    private long free() throws NotNow {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            throw NotNow.busy("the disk can not be asked: " + unknown.getMessage());
        }
    }
}
