package tldops.intake;

import tldops.core.Envelope;

/// Where a door hands a mail over.
@FunctionalInterface
public interface Inlet {
    /// Returns only when the mail is on disk, so that the door may say yes to the outside (P4).
    ///
    /// @param raw the whole mail, lines ended by CRLF
    /// @throws NotNow when the sender's server has to try again later
    void take(Envelope envelope, byte[] raw) throws NotNow;

    /// A door refused a mail or a recipient by itself; for the count alone. Must not block.
    ///
    /// @param reason one of a few fixed words
    default void refused(String door, String reason) {}
}
