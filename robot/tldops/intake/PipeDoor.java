package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// The pipe: the daemon's side of `tldops deliver`.
///
/// @param trustedUser `intake.pipe.trusted-user`: the operating system's user whose mail server's
///     Authentication-Results count (MAIL_RULES 1)
/// @param most bytes of one mail, the larger of `limits.request` and `limits.post`
public record PipeDoor(MailingList list, Optional<String> trustedUser, int most, Inlet inlet) {
    public static final String SENDER = "sender=";
    public static final String RECIPIENT = "recipient=";
    private static final Logger LOG = LoggerFactory.getLogger(PipeDoor.class);

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
        List<Address> recipients = Shown.recipients(list, told(words, RECIPIENT), raw);
        if (recipients.isEmpty()) return said(err, Exit.UNUSABLE, "no recipient of it is the robot's");
        Optional<String> unproven = Raw.mixed(piped).or(() -> Raw.overlong(raw));
        boolean trusted = trustedUser.filter(user::equals).isPresent();
        try {
            inlet.take(new Envelope("pipe", trusted, Shown.sender(told(words, SENDER), raw), recipients, user), Raw.stamped(Raw.unproven(unproven), raw, trusted));
            return Exit.OK;
        } catch (TooLarge much) {
            return said(err, Exit.UNUSABLE, much.words());
        } catch (NotNow later) {
            LOG.atLevel(later.code() == 452 ? Level.DEBUG : Level.WARN).log("pipe: a mail has to come again: {}", later.getMessage());
        } catch (RuntimeException | Error broken) {
            LOG.error("pipe: a mail could not be stored", broken);
        }
        return said(err, Exit.LATER, "not now, try again later");
    }

    private int said(OutputStream err, int code, String words) throws IOException {
        inlet.refused("pipe", code == Exit.LATER ? "busy" : words.startsWith("larger") ? "size" : words.startsWith("no recipient") ? "recipient" : "form");
        err.write(("tldops deliver: " + words + "\n").getBytes(StandardCharsets.UTF_8));
        return code;
    }

    private static Stream<String> told(List<String> words, String what) {
        return words.stream().filter(word -> word.startsWith(what)).map(word -> word.substring(what.length()));
    }
}
