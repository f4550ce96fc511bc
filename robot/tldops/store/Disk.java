package tldops.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/// Tells when it is the disk, or the database as a whole, that failed, and no single piece of work: no space, an I/O
/// error, a file that is read-only all at once. Nothing good follows from going on then.
final class Disk {
    /// H2: I/O error, file corrupted, database closed (as it does by itself after the first such error), read-only, out of
    /// memory, general error of the file store, connection broken.
    private static final Set<Integer> CODES = Set.of(90028, 90030, 90031, 90067, 90097, 90098, 90108, 90121, 50000);

    private Disk() {}

    static boolean failed(Throwable failed) {
        return Opening.causes(failed).anyMatch(cause -> cause instanceof IOException || (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())));
    }
}
