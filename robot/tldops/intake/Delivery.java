package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tldops.core.Address;
import tldops.core.Envelope;

/// What the doors for mail servers, SMTP and LMTP, do with a mail once its envelope stands: take its bytes off the line,
/// refuse what is no mail (MAIL_RULES 23 and 28), stamp it (RFC 5321 4.4), store it, and say what the outside hears (P4).
///
/// @param door `smtp` or `lmtp`
/// @param host our name in the trace line
/// @param most bytes of one mail
/// @param time how long one mail may take to come in
/// @param memory KiB for all mails being received at once
record Delivery(String door, String host, int most, Duration time, Inlet inlet, InstantSource clock, Semaphore memory) {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /// After this answer the connection is to be closed.
    static final int ENOUGH = 421;

    /// Who brings the mail.
    ///
    /// @param name address or user, as it stands in the envelope
    /// @param origin the same as it stands in the trace line
    /// @param helo the name it gives itself
    /// @param with the protocol as RFC 3848 names it
    /// @param trusted its Authentication-Results may count (MAIL_RULES 1)
    record Peer(String name, String origin, String helo, String with, boolean trusted) {}

    /// An SMTP reply.
    record Answer(int code, String words) {
        String line() {
            return code + " " + words;
        }
    }

    /// Reads the mail to its end and stores it.
    ///
    /// @throws IOException when the line breaks; then nothing was stored
    Answer take(InputStream in, Peer peer, Optional<Address> sender, Collection<Address> recipients) throws IOException {
        try (Receipt.Room room = new Receipt.Room(memory)) {
            return switch (Receipt.read(in, most, time, room)) {
                case Receipt.Taken(var bytes) -> stored(bytes, peer, sender, recipients);
                case Receipt.TooLarge() -> refused("size", 552, "5.3.4 Larger than " + most + " bytes");
                case Receipt.NoRoom() -> refused("memory", 452, "4.3.1 Too much mail at once, try again later");
                case Receipt.Endless() -> refused("time", ENOUGH, "4.4.2 This takes too long");
            };
        }
    }

    private Answer stored(byte[] bytes, Peer peer, Optional<Address> sender, Collection<Address> recipients) {
        Optional<String> fault = Raw.fault(bytes);
        if (fault.isPresent()) return refused("form", 550, "5.6.0 Not a mail: " + fault.get());
        if (Head.count(bytes, "From") > 1) return refused("form", 550, "5.6.0 More than one From field");
        try {
            inlet.take(new Envelope(door, peer.trusted(), sender, List.copyOf(recipients), peer.name(), door.equals("smtp") ? helo(peer) : ""), Raw.stamped(trace(peer) + (peer.trusted() ? Raw.unproven(Raw.overlong(bytes)) : ""), bytes, peer.trusted()));
            return new Answer(250, "2.0.0 Stored");
        } catch (TooLarge much) {
            return refused("size", 552, "5.3.4 L" + much.words().substring(1));
        } catch (NotNow later) {
            // a full disk is told once, by who watches it
            LOG.atLevel(later.code() == 452 ? Level.DEBUG : Level.WARN).log("{}: a mail from {} has to come again: {}", door, peer.name(), later.getMessage());
            return refused(later.code() == 452 ? "disk" : "busy", later.code(), later.code() == 452 ? "4.3.1 No room, try again later" : "4.3.0 Not now, try again later");
        } catch (RuntimeException | Error broken) {
            LOG.error("{}: a mail from {} could not be stored", door, peer.name(), broken);
            return refused("fault", 451, "4.3.0 Not now, try again later");
        }
    }

    /// A refusal, counted.
    Answer refused(String reason, int code, String words) {
        inlet.refused(door, reason);
        return new Answer(code, words);
    }

    private static String helo(Peer peer) {
        String helo = peer.helo().replaceAll("[^A-Za-z0-9.:\\[\\]-]", "?");
        return helo.substring(0, Math.min(helo.length(), 255));
    }

    private String trace(Peer peer) {
        return "Received: from " + helo(peer) + " (" + peer.origin() + ")\r\n\tby " + host
                + " (tldops-robot) with " + peer.with() + ";\r\n\t"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)) + "\r\n";
    }
}
