package tldops.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Takes the bytes of one mail off the line: never more of them in memory than the limits allow, never for longer
/// than allowed, and to their end even when they are refused, so that no part of a mail is read as a command.
sealed interface Receipt {
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Taken(byte[] bytes) implements Receipt {}

    record TooLarge() implements Receipt {}

    /// All mails being received at this moment fill the memory set apart for them.
    record NoRoom() implements Receipt {}

    /// The client goes on for so long that only hanging up helps.
    record Endless() implements Receipt {}

    /// Reads one mail to its end.
    ///
    /// @param most bytes of one mail; ten times as much is read and thrown away before hanging up
    /// @param room KiB of memory free for mails being received; what was taken of it is given back by [Room#close]
    static Receipt read(InputStream in, int most, Duration time, Room room) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long count = 0;
        boolean fits = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            count++;
            // a slow client is seen after a few bytes, not after a few buffers
            if (((count & 63) == 0 && System.nanoTime() - end > 0) || count > 10L * most) return new Endless();
            if (count > most || !fits) continue;
            if ((count & 1023) == 1) fits = room.take();
            if (fits) bytes.write(next);
        }
        if (count > most) return new TooLarge();
        return fits ? new Taken(bytes.toByteArray()) : new NoRoom();
    }

    /// The share of one mail in the memory for mails being received.
    final class Room implements AutoCloseable {
        private final Semaphore free;
        private int taken;

        Room(Semaphore free) {
            this.free = free;
        }

        boolean take() {
            boolean got = free.tryAcquire();
            if (got) taken++;
            return got;
        }

        @Override
        public void close() {
            free.release(taken);
        }
    }
}
