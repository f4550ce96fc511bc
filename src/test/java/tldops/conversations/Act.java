package tldops.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Tld;

/// Something that happens to the robot in a story.
sealed interface Act {
    record Clock(Instant to) implements Act {}

    /// The wall clock is set; no time passes.
    record Wall(Instant to) implements Act {}

    /// The robot is stopped now and started again then.
    record Down(Instant until) implements Act {}

    /// Whether mail can come in from now on, as after the disk became full.
    record Doors(boolean open) implements Act {}

    /// The operator says that the clock is right.
    record AcceptClock() implements Act {}

    /// What was recorded before the story begins.
    record Given(List<Change> changes) implements Act {}

    record Iana(Tld tld, IanaRecord record) implements Act {}

    /// What the DNS says from now on: `registry.example TXT` → the texts.
    ///
    /// @param away it says nothing
    record Names(Map<String, List<String>> records, boolean away) implements Act {}

    /// @param trusted handed over by a client whose Authentication-Results count (MAIL_RULES 1)
    /// @param door through which the daemon gets it; by the other ones than SMTP nobody in a story is trusted
    ///
    /// @param client the address that it comes from, of this machine
    /// @param helo the name that it gives itself
    record Mailed(byte[] raw, Optional<Address> returnPath, List<Address> recipients, boolean trusted, Door door, String client, String helo) implements Act {
        Mailed(byte[] raw, Optional<Address> returnPath, List<Address> recipients, boolean trusted) {
            this(raw, returnPath, recipients, trusted, Door.SMTP, "127.0.0.1", "mail.example");
        }

        Mailed by(Door other) {
            return new Mailed(raw, returnPath, recipients, trusted, other, client, helo);
        }

        Mailed from(String address, String name) {
            return new Mailed(raw, returnPath, recipients, trusted, door, address, name);
        }
    }

    enum Door { SMTP, LMTP, PIPE }

    record Ordered(Event.Order order) implements Act {}

    record Due(Event.Duty duty) implements Act {}

    /// What the relay does with letters from now on.
    ///
    /// @param address for REFUSES, DEFERS and TAKES: the recipient it is about
    record Relay(How how, Optional<Address> address) implements Act {
        enum How { AWAY, BACK, REFUSES, DEFERS, TAKES }
    }
}
