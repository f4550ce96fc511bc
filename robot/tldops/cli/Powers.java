package tldops.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import tldops.core.Event;
import tldops.core.Member;
import tldops.core.Request;
import tldops.core.Tld;

/// What the desk can look up and set going. Whoever owns the store fills it in; every order carries
/// the name of the system user who gave it.
public record Powers(Looking looking, Acting acting, Watching watching, Carrying carrying, Campaign campaign) {
    /// @param cases true: also those that ended; newest last
    /// @param inbox true: also what is done
    /// @param outbox true: also what was sent
    /// @param journal the last so many lines, oldest first
    /// @param explain of a raw mail; changes nothing
    /// @param forecast what will leave within that time if nobody answers
    /// @param reach of these ccTLDs, of all that have contacts when none is named
    public record Looking(
            Supplier<List<Rows.Member>> members,
            Function<Boolean, List<Rows.Case>> cases,
            Function<Boolean, List<Rows.Inbox>> inbox,
            LongFunction<Optional<Rows.Paper>> inboxMail,
            Function<Boolean, List<Rows.Outbox>> outbox,
            LongFunction<Optional<Rows.Paper>> outboxLetter,
            IntFunction<List<Rows.Journal>> journal,
            Supplier<Rows.Verified> verify,
            Function<Tld, List<Rows.Why>> why,
            Supplier<List<Rows.Duty>> duties,
            Function<byte[], Rows.Explanation> explain,
            Supplier<Rows.Clock> clock,
            Function<Duration, List<Rows.Forecast>> forecast,
            Supplier<Rows.Directory> directory,
            Supplier<List<Rows.Post>> posts,
            Function<Tld, List<Rows.Iana>> iana,
            Function<List<Tld>, List<Rows.Reach>> reach) {}

    /// @param release of all letters, when the breaker holds them
    public record Acting(
            Invite invite,
            Judge judge,
            RunDuty duty,
            OnRow retry,
            OnRow drop,
            Release release,
            Deliver deliver,
            Backup backup,
            AcceptClock acceptClock,
            OnRow undo) {}

    /// @param health empty when no robot runs
    /// @param contacts at IANA; true: also those that have not changed
    public record Watching(Supplier<Optional<Rows.Health>> health, Doctor doctor, Function<Boolean, List<Rows.Contact>> contacts) {}

    /// @param members of these ccTLDs, of all when none is named
    /// @param preview what an import of this text would do; changes nothing
    public record Carrying(Function<List<Tld>, List<Member>> members, Function<String, List<Rows.Taken>> preview, TakeOver takeOver) {}

    @FunctionalInterface
    public interface TakeOver {
        List<Rows.Outcome> takeOver(String user, String text);
    }

    /// Batches, guests, who is missing, keys on file.
    public record Campaign(
            Supplier<List<Rows.Guest>> guests,
            Supplier<List<Rows.Batch>> batches,
            Supplier<List<Rows.Missing>> missing,
            Supplier<List<Rows.Key>> keys,
            Order order) {}

    @FunctionalInterface
    public interface Order {
        /// One outcome for each line of the journal.
        List<Rows.Outcome> order(String user, Event.Order order);
    }

    @FunctionalInterface
    public interface Doctor {
        /// @param send whether to write to the robot's own addresses and wait so long for the mails
        /// @param progress told what is being done
        Rows.Checkup examine(boolean send, Duration wait, Consumer<String> progress);
    }

    @FunctionalInterface
    public interface Invite {
        /// One outcome per ccTLD.
        List<Rows.Outcome> invite(String user, List<Tld> tlds);
    }

    @FunctionalInterface
    public interface Judge {
        Rows.Outcome judge(String user, long number, Request.Word word, int days);
    }

    @FunctionalInterface
    public interface RunDuty {
        /// @param at empty: now
        Rows.Outcome run(String user, Event.Duty duty, Optional<Instant> at);
    }

    @FunctionalInterface
    public interface OnRow {
        Rows.Outcome act(String user, long number);
    }

    @FunctionalInterface
    public interface Release {
        Rows.Outcome release(String user);
    }

    @FunctionalInterface
    public interface Backup {
        /// @param force whether a file that is there is replaced
        /// @param verify whether the copy is opened and checked
        /// @param progress told the bytes written so far, once a second
        /// @throws IOException with a sentence for the operator
        Rows.Backup backup(String user, Path file, boolean force, boolean verify, LongConsumer progress)
                throws IOException;
    }

    @FunctionalInterface
    public interface AcceptClock {
        Rows.Outcome accept(String user);
    }

    @FunctionalInterface
    public interface Deliver {
        /// Stores the mail before it says done.
        ///
        /// @param from the envelope sender, `<>` for none, empty when the mail server did not say
        /// @param to the envelope recipients, as far as the mail server said
        Rows.Outcome deliver(String user, Optional<String> from, List<String> to, InputStream mail)
                throws IOException;
    }
}
