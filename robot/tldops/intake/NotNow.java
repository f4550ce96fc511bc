package tldops.intake;

/// The mail cannot be stored at this moment; the sender's server keeps it and tries again (P4).
public final class NotNow extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    private NotNow(int code, String reason) {
        super(reason);
        this.code = code;
    }

    /// Something is in the way, such as a database that does not answer.
    ///
    /// @param reason for the log alone; the outside hears a fixed sentence
    public static NotNow busy(String reason) {
        return new NotNow(451, reason);
    }

    /// No room on the disk.
    public static NotNow full(String reason) {
        return new NotNow(452, reason);
    }

    /// The SMTP reply code: 451 or 452 (RFC 5321 4.2.3).
    public int code() {
        return code;
    }
}
