package tldops.store;

/// The database, or a file on the way into it, cannot be used (disk full, closed, broken): nothing was recorded, and it is nobody's mail's fault.
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
        super(message);
    }

    Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether that is why something failed.
    static boolean is(Throwable failed) {
        return Opening.causes(failed).anyMatch(Unavailable.class::isInstance);
    }

    /// What the disk says: `No space left on device`.
    public static String why(Throwable failed) {
        return Opening.root(failed);
    }
}
