package tldops.core;

/// A one-time secret that is out there, by its hash, and what it may do (MAIL_RULES 13): bound to its case, a purpose
/// and the address it was sent to. It lives until its case ends or a newer effect makes it void.
///
/// @param hash SHA-256 of the secret, hex
/// @param letter id of the letter that carries it: `Sent`, `GivenUp` and bounces name it
/// @param live false once it was used or its question was replaced; kept to answer "already recorded"
public record Issued(String hash, Purpose purpose, Address to, String letter, boolean live) {
    public enum Purpose {
        /// Brings a filled-in form back.
        FORM,
        /// Confirms or denies the effect shown beside it, or blocks further questions.
        VERDICT,
        /// Chooses by a digit.
        CHOICE,
        /// Takes back what was done (P6).
        UNDO,
        /// The Secretariat's release, extend or close (P3).
        OVERSIGHT,
        /// Shows that somebody reads there (N17), and does nothing else.
        ALIVE
    }

    public Issued spent() {
        return new Issued(hash, purpose, to, letter, false);
    }
}
