package tldops.post;

import java.util.function.UnaryOperator;
import tldops.core.Address;

/// How the recipients of a letter get it.
public sealed interface Copies {
    /// All together, in one transaction; the letter counts for the first of them, the others get a copy.
    record Together() implements Copies {}

    /// Each counts for himself; all of them go in one transaction, and those whom the relay refuses are left out of it.
    record Shared() implements Copies {}

    /// Each counts for himself and has a transaction of his own.
    ///
    /// @param returnPath where the bounce of one's copy goes: it names the one (VERP, MAIL_RULES 19)
    record Personal(UnaryOperator<Address> returnPath) implements Copies {}

    Copies TOGETHER = new Together();
    Copies SHARED = new Shared();
}
