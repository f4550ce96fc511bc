package tldops.core;

/// A token that a mail brought back, and where it stood (MAIL_RULES 12, 16; L29).
public record Bearer(Token token, Place place) {
    public enum Place {
        /// In the address the mail was sent to: `tld-ops-request+<token>@`.
        ADDRESS,
        /// On a reference line of the newly written text.
        NEW_TEXT,
        /// On a reference line of the quoted text.
        QUOTED
    }
}
