package tldops.rehearsal;

import java.util.Optional;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Tld;

/// No ccTLD has more SSCs than `ssc.max` (X01).
record NeverTooMany() implements Invariant {
    @Override
    public String says() {
        return "no ccTLD has more SSCs than ssc.max";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        int max = registry.rules().ssc().max();
        for (Member member : step.joined()) {
            Tld tld = member.tld();
            int now = registry.membersOf(tld).size();
            if (now > max) return Invariant.wrong(tld + " has " + now + " SSCs, and the most is " + max, tld, member.caseNumber());
        }
        return Optional.empty();
    }
}
