package tldops;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import tldops.core.Event;
import tldops.mail.Reading;
import tldops.store.Documents;
import tldops.store.Inbox;

/// Reads rows ahead of the decider, many at once, each within its time: whatever a mail holds, the line goes on (DESIGN 1.2).
///
/// @param reading bytes to meaning
/// @param masking the bytes without secrets, for keeping; the same bytes when there are none
/// @param room for what is read at a time
record Ahead(Inbox inbox, BiFunction<Inbox.Row, byte[], Reading> reading, BiFunction<byte[], Reading, byte[]> masking, Duration limit, Room room) {

    /// So many KiB of mails are in memory at once: many small ones, a few large ones. Nobody is overtaken for ever.
    ///
    /// @param atOnce at most so many, however small they are
    record Room(int kib, int atOnce, Semaphore free) {
        static Room of(int kib) {
            return of(kib, 32);
        }

        static Room of(int kib, int atOnce) {
            return new Room(kib, atOnce, new Semaphore(kib, true));
        }

        /// What a mail of that size takes; one that is larger than all takes all.
        int taken(long bytes) {
            return Math.clamp(bytes / 1024 + 1, Math.max(1, kib / atOnce), kib);
        }
    }

    /// Reads it on a virtual thread and tells from there what it is, or why it could not be read.
    void start(Inbox.Row row, BiConsumer<Inbox.Row, Read> told, BiConsumer<Inbox.Row, Throwable> failed) {
        Thread.startVirtualThread(() -> {
            int taken = room.taken(row.size());
            room.free().acquireUninterruptibly(taken);
            try {
                byte[] raw = inbox.raw(row.id()).orElseThrow();
                told.accept(row, Limited.within(limit, () -> read(row, raw)));
            } catch (TimeoutException slow) {
                failed.accept(row, new TimeoutException("not read within " + limit.toSeconds() + " seconds"));
            } catch (ExecutionException broken) {
                failed.accept(row, Optional.ofNullable(broken.getCause()).orElse(broken));
            } catch (InterruptedException | RuntimeException | Error broken) {
                failed.accept(row, broken);
            } finally {
                room.free().release(taken);
            }
        });
    }

    private Read read(Inbox.Row row, byte[] raw) {
        return switch (row.kind()) {
            case MAIL -> {
                Reading read = reading.apply(row, raw);
                byte[] masked = masking.apply(raw, read);
                yield new Read.Written(read, Arrays.equals(masked, raw) ? Optional.empty() : Optional.of(masked));
            }
            case OPERATOR -> new Read.Ordered(Documents.read(raw, Event.Order.class), row.envelope().client());
            case SENT -> new Read.News(Documents.read(raw, Event.Sent.class));
            case PROBE -> new Read.News(new Event.Probed(row.envelope().door(), row.envelope().recipients()));
            case EXPIRED -> new Read.Dropped(Documents.read(raw, Event.GivenUp.class).letter());
            case GIVEN_UP -> new Read.News(Documents.read(raw, Event.GivenUp.class));
            case UNREACHED -> new Read.News(Documents.read(raw, Event.Undelivered.class));
        };
    }
}
