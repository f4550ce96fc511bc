package tldops.intake;

/// The exit codes by which a mail server learns what became of a mail it piped to us (sysexits.h).
public final class Exit {
    public static final int OK = 0;

    /// The command line makes no sense.
    public static final int USAGE = 64;

    /// The mail is too large or unusable: the server returns it to its sender.
    public static final int UNUSABLE = 65;

    /// A fault of ours, seen in the log.
    public static final int FAULT = 70;

    /// Try again later: the server keeps the mail.
    public static final int LATER = 75;

    private Exit() {}
}
