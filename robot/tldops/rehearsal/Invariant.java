package tldops.rehearsal;

import java.util.Optional;
import tldops.core.Registry;
import tldops.core.Tld;

/// Something that must hold whatever happens; it looks at every step.
interface Invariant {
    /// What must hold, as a sentence.
    String says();

    /// What is wrong after this step; empty when it holds.
    ///
    /// @param registry as the step left it
    Optional<Wrong> after(Step step, Registry registry);

    /// @param caseNumber 0 when it is about no case
    record Wrong(String what, Optional<Tld> tld, long caseNumber) {}

    static Optional<Wrong> wrong(String what, Tld tld, long caseNumber) {
        return Optional.of(new Wrong(what, Optional.of(tld), caseNumber));
    }
}
