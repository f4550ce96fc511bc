package tldops.intake;

/// A mail is larger than mail to its recipients may be (MAIL_RULES 29): it is refused for good.
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int most;

    public TooLarge(int most) {
        super("larger than " + most + " bytes");
        this.most = most;
    }

    /// What would have been taken, in words.
    String words() {
        return "larger than " + most + " bytes";
    }
}
