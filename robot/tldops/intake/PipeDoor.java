package tldops.intake;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// The pipe: the daemon's side of `tldops deliver`.
///
/// @param trustedUser `intake.pipe.trusted-user`: the operating system's user whose mail server's
///     Authentication-Results count (MAIL_RULES 1)
/// @param most bytes of one mail, `limits.request`
public record PipeDoor(MailingList list, Optional<String> trustedUser, int most, Inlet inlet) {
    public static final String SENDER = "sender=";
    public static final String RECIPIENT = "recipient=";
    private static final Logger LOG = LoggerFactory.getLogger(PipeDoor.class);
    private static final int MOST_ADDRESSES = 100;

    /// Stores the mail that the body holds.
    ///
    /// @param words behind `deliver`: `sender=…`, `recipient=…`
    /// @return an exit code of [Exit]
    public int deliver(String user, List<String> words, InputStream body, OutputStream err) throws IOException {
        byte[] piped;
        try {
            piped = body.readNBytes(most + 1);
        } catch (IOException broken) {
            return said(err, Exit.LATER, "the mail broke off: " + broken.getMessage());
        }
        if (piped.length > most) return said(err, Exit.UNUSABLE, "larger than " + most + " bytes");
        byte[] raw = Raw.crlf(piped);
        Optional<String> fault = raw.length == 0 ? Optional.of("it is empty") : Raw.fault(raw);
        if (fault.isPresent()) return said(err, Exit.UNUSABLE, "not a mail: " + fault.get());
        List<Address> recipients = recipients(words, raw);
        if (recipients.isEmpty()) return said(err, Exit.UNUSABLE, "no recipient of it is the robot's");
        boolean trusted = trustedUser.filter(user::equals).isPresent();
        try {
            inlet.take(new Envelope("pipe", trusted, sender(words, raw), recipients, user), Raw.stamped("", raw, trusted));
            return Exit.OK;
        } catch (NotNow later) {
            LOG.warn("pipe: a mail has to come again: {}", later.getMessage());
        } catch (RuntimeException | Error broken) {
            LOG.error("pipe: a mail could not be stored", broken);
        }
        return said(err, Exit.LATER, "not now, try again later");
    }

    private static int said(OutputStream err, int code, String words) throws IOException {
        err.write(("tldops deliver: " + words + "\n").getBytes(StandardCharsets.UTF_8));
        return code;
    }

    /// The envelope's recipients that are ours; where the mail server tells none, what its headers show.
    private List<Address> recipients(List<String> words, byte[] raw) {
        return Stream.<Stream<String>>of(
                        told(words, RECIPIENT),
                        shown(raw, "X-Original-To", "Delivered-To", "Envelope-To"),
                        shown(raw, "To", "Cc"))
                .map(candidates -> candidates.flatMap(text -> Ours.recipient(list, text).stream()).distinct().limit(MOST_ADDRESSES).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// The envelope's sender; where the mail server does not tell, its Return-Path, else the address in From.
    private static Optional<Address> sender(List<String> words, byte[] raw) {
        return Stream.of(told(words, SENDER), Head.values(raw, "Return-Path", 1).stream(), shown(raw, "From"))
                .flatMap(candidates -> candidates.limit(1))
                .findFirst()
                .flatMap(Ours::path);
    }

    private static Stream<String> told(List<String> words, String what) {
        return words.stream().filter(word -> word.startsWith(what)).map(word -> word.substring(what.length()));
    }

    private static Stream<String> shown(byte[] raw, String... names) {
        return Arrays.stream(names).flatMap(name -> Head.values(raw, name, MOST_ADDRESSES).stream()).flatMap(PipeDoor::addresses).limit(MOST_ADDRESSES);
    }

    private static Stream<String> addresses(String field) {
        try {
            // longer fields are nobody's honest list of addresses (MAIL_RULES 29)
            return field.length() > 1 << 16 ? Stream.empty() : Arrays.stream(InternetAddress.parseHeader(field, false)).map(InternetAddress::getAddress).filter(Objects::nonNull);
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }
}
