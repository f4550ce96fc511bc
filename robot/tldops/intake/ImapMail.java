package tldops.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// Makes of the bytes in a mailbox what the other doors hand over: an envelope and a mail whose lines end with CRLF.
///
/// @param settings whose `trusted` tells whether the mailbox's server wrote the Authentication-Results (MAIL_RULES 1)
record ImapMail(ImapDoor.Settings settings, MailingList list) {
    sealed interface Seen {}

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Usable(Envelope envelope, byte[] bytes) implements Seen {}

    record Unusable(String reason) implements Seen {}

    Seen seen(byte[] fetched) {
        if (fetched.length > settings.most()) return tooLarge();
        byte[] raw = Raw.crlf(fetched);
        if (raw.length == 0) return new Unusable("it is empty");
        if (Raw.holdsNul(raw)) return new Unusable("it holds a NUL");
        // servers disagree about where a line with a bare CR or LF ends: one mail can be smuggled inside another (MAIL_RULES 28)
        Optional<String> unproven = Raw.fault(fetched).or(() -> Raw.overlong(fetched));
        List<Address> shown = Shown.recipients(list, Stream.empty(), raw);
        // what lies in the robot's own mailbox is for the robot, whoever it was written to
        List<Address> recipients = shown.isEmpty() ? List.of(list.request()) : shown;
        Optional<Address> sender = Shown.sender(Stream.empty(), raw);
        return new Usable(new Envelope("imap", settings.trusted(), sender, recipients, settings.host()), Raw.stamped(Raw.unproven(unproven), raw, settings.trusted()));
    }

    Unusable tooLarge() {
        return new Unusable("it is larger than " + settings.most() + " bytes");
    }
}
