package tldops.rehearsal;

import java.util.Optional;
import java.util.function.BiPredicate;
import tldops.core.Address;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Tld;

/// Nobody becomes a member whom no admin contact has said yes to: not by a denial, a reminder, a forger or a mistake (R029).
///
/// @param wanted whether the admin contact has named or confirmed that address
record NobodyUnwanted(BiPredicate<Tld, Address> wanted) implements Invariant {
    @Override
    public String says() {
        return "nobody is a member whom only a no, a forger or nobody stands for";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        for (Member member : step.joined()) {
            if (!wanted.test(member.tld(), member.person().address())) return Invariant.wrong(member.person().address() + " joined " + member.tld() + " without the admin contact's yes", member.tld(), member.caseNumber());
        }
        return Optional.empty();
    }
}
