package tldops.core;

/// How sure a mail makes us of its sender, in one letter (MAIL_RULES 10), for the journal: what follows from it stands in [Standing]
/// alone.
public enum Level {
    /// Signed by a key on file, with a valid secret inside.
    A,
    /// Authenticated for exactly its address, with a valid secret that was sent there.
    B,
    /// One of the two.
    C,
    /// Neither.
    D,
    /// Its domain says that it is not from there.
    F;

    /// Of a mail as it came in, before anything follows from it.
    public static Level of(Registry registry, Mail mail) {
        boolean secret = Bearings.of(registry, mail).filter(held -> held.issued().live() && mail.isFrom(held.issued().to())).isPresent()
                || mail.bearers().stream().anyMatch(bearer -> registry.provedBy(bearer.token()).filter(member -> mail.from().filter(member.person()::has).isPresent()).isPresent());
        return switch (Standing.proof(mail, secret)) {
            case SIGNED -> A;
            case BOTH -> B;
            case AUTHENTICATED, TOKEN -> C;
            case NONE -> D;
            case FAILED -> F;
        };
    }

    /// `B: dmarc=pass ...`, for the journal.
    ///
    /// @param facts what IANA says: by that a signature counts or not
    public static String words(Registry registry, Mail mail, Facts facts) {
        Level level = of(registry, Signatures.weighed(registry, mail, facts));
        return level + ": " + (level == A ? "signed by the key on file, " : "") + mail.authentication().reason();
    }
}
