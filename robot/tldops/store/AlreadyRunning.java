package tldops.store;

import java.nio.file.Path;

/// Another robot has this data folder open (L30: one robot on one database).
public final class AlreadyRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    AlreadyRunning(Path data) {
        super("another tldops-robot is running on " + data);
    }
}
