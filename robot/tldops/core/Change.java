package tldops.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One change of the registry; all of a decision are recorded in one transaction.
public sealed interface Change {
    record MemberSaved(Member member) implements Change {}

    record MemberGone(Member.Id member) implements Change {}

    record CaseSaved(Case saved) implements Change {}

    /// Something that quotas count happened (`answer:a@b`, `question:a@b`, ...).
    record Counted(String key, Instant at) implements Change {}

    /// Counts whose key begins so and that are older matter to nobody any more.
    record CountsForgotten(String prefix, Instant before) implements Change {}

    /// The duty was done for that period.
    record DutyDone(Event.Duty duty, String period, Instant at) implements Change {}

    /// Mail could not come in then: days that were lost by it do not count.
    record Missed(Outage outage) implements Change {}

    /// Outages that ended before matter to no deadline any more.
    record MissedForgotten(Instant before) implements Change {}

    /// What the ledger of duties holds from before is forgotten.
    record DutiesForgotten(Instant before) implements Change {}

    record GuestSaved(Guest guest) implements Change {}

    record GuestGone(Address address) implements Change {}

    /// In the place of any other delegate of that ccTLD.
    record DelegateSaved(Delegate delegate) implements Change {}

    record DelegateGone(Tld tld) implements Change {}

    record PostSaved(Post post) implements Change {}

    /// Posts before matter to nobody any more.
    record PostsForgotten(Instant before) implements Change {}

    /// A post whose author is forgotten (L45).
    record PostGone(long inbox) implements Change {}

    /// What was counted under exactly this key matters to nobody any more.
    record CountGone(String key) implements Change {}

    record KeptSaved(Kept kept) implements Change {}

    /// What names these addresses beside the journal's chain, what was counted of them, and the bytes of what they wrote, are
    /// erased (L45).
    record Forgotten(List<Address> addresses) implements Change {
        private static final Pattern BETWEEN = Pattern.compile("[:; ]");

        /// Whether this is a key under which something was counted of one of them, and not of somebody whose address is longer.
        public boolean counts(String key) {
            return addresses.stream().map(Address::key).anyMatch(one -> key.contains(one) && Arrays.asList(BETWEEN.split(key)).contains(one));
        }
    }
}
