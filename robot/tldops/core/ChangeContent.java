package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The letters about changing, leaving and undoing (R047-R052, N07, N23, N28).
public sealed interface ChangeContent extends Content {
    // ---- forms and questions

    /// The present data as a form (N07).
    ///
    /// @param own an SSC's own entry alone
    /// @param reach how well the ccTLD can be reached; empty for who may not see it
    record ModifyForm(Tld tld, boolean own, List<Content.Block> blocks, int max, Content.LastDay last, Optional<Reachability> reach) implements ChangeContent {}

    /// The complete effect before and after, to the IANA address (P2, R049).
    ///
    /// @param sender who wrote, when that was not proved to be the admin contact
    /// @param after the whole ccTLD as it would be
    record ChangeQuestion(
            Tld tld, Matter.Cause cause, List<Amendment.Turn> changed, List<Matter.Newcomer> added, List<Amendment.Entry> removed, List<Amendment.Entry> after,
            Optional<Address> sender, boolean authenticated, List<Content.Doubt> doubts, Content.LastDay last, boolean blockable, boolean again) implements ChangeContent {}

    /// It is done; `undo` takes it back (P6, P7, N28).
    ///
    /// @param provisional on a secret alone
    /// @param delegate who did it for the admin contact (X31, X03)
    /// @param tech that was the technical contact
    /// @param single one contact is left
    record ChangeDone(
            Tld tld, List<Amendment.Turn> changed, List<Matter.Newcomer> added, List<Amendment.Entry> removed, List<Amendment.Entry> after,
            boolean provisional, Optional<Address> delegate, boolean tech, boolean single, Content.Risk risk, Instant until) implements ChangeContent {}

    // ---- to SSCs

    /// An SSC's own change waits for his admin contact (L36).
    record ChangeReceived(Tld tld, Content.LastDay last) implements ChangeContent {}

    /// What came of a wish for a change, to who asked.
    record ChangeResult(Tld tld, Result result) implements ChangeContent {
        public enum Result { DONE, DENIED, FAILED, OVERTAKEN }
    }

    /// To the SSC whose data became others.
    record DataChanged(Tld tld, Amendment.Turn turn) implements ChangeContent {}

    /// To a new address: it has to answer before private data goes there (L38).
    record AddressChanged(Tld tld, Person person, int proofDays, Optional<Instant> rosterFrom) implements ChangeContent {}

    /// To the address that was the first before.
    record AddressLeft(Tld tld, Person person) implements ChangeContent {}

    /// To who left by his own wish (X19).
    record Goodbye(Person person, List<Tld> tlds, List<Tld> others) implements ChangeContent {}

    /// To who was removed by the admin contact.
    record Removed(Tld tld, Person person) implements ChangeContent {}

    /// A removal was undone: do you come back (P7)?
    record ComeBack(Tld tld, Person person, Content.LastDay last) implements ChangeContent {}

    record Returned(Tld tld, Person person) implements ChangeContent {}

    /// A change of his data was taken back.
    record ChangeUndone(Tld tld, Person person) implements ChangeContent {}

    // ---- to the admin contact

    /// An SSC left by his own wish.
    record Left(Tld tld, Person person, List<Person> rest) implements ChangeContent {}

    /// What came of asking somebody back.
    record Restored(Tld tld, Person person, Answer answer) implements ChangeContent {
        public enum Answer { CAME, DECLINED, NO_PLACE }
    }

    /// A command of the admin contact that can not be done.
    record CommandRefused(Tld tld, String command, Reason reason) implements ChangeContent {
        public enum Reason { NOT_A_MEMBER, DELEGATES_OFF, NO_DELEGATE, DAY_PASSED, ADDRESS_UNUSABLE, ADMIN_CONTACT_ONLY }
    }

    // ---- delegates (X31)

    record DelegateQuestion(Tld tld, Address delegate, LocalDate until, boolean ends, Content.LastDay last, boolean again) implements ChangeContent {}

    /// To the delegate: is this you?
    record DelegateProof(Tld tld, Address delegate, LocalDate until, Content.LastDay last) implements ChangeContent {}

    /// To the admin contact and the delegate.
    record DelegateNews(Tld tld, Address delegate, LocalDate until, News news) implements ChangeContent {
        public enum News { ASKED, PROVED, DECLINED, ENDED, EXPIRED, CONTACT_CHANGED }
    }

    // ---- to the Secretariat

    /// The last contact left: the ccTLD stands in the public directory no more (R052).
    record Vacant(Tld tld, Instant at) implements ChangeContent {}
}
