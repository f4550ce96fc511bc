package tldops.post;

import jakarta.mail.MessagingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Reads what the relay said out of the library's chained exceptions (RFC 5321 4.2).
final class Replies {
    private static final int MOST = 300;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int MOST_CHAINED = 1000;

    private Replies() {}

    /// The reply codes of the recipients that the relay did not take; -1 where it gave none.
    static Map<String, Integer> recipients(Exception failed) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        Exception next = failed;
        for (int at = 0; next instanceof MessagingException part && at < MOST_CHAINED; at++) {
            if (part instanceof SMTPAddressFailedException one) codes.put(one.getAddress().getAddress(), one.getReturnCode());
            next = part.getNextException();
        }
        return codes;
    }

    /// The reply code to the sender or to the letter as a whole; -1 when the relay said nothing.
    static int code(Exception failed) {
        Exception next = failed;
        for (int at = 0; next instanceof MessagingException part && at < MOST_CHAINED; at++) {
            if (part instanceof SMTPSenderFailedException sender) return sender.getReturnCode();
            if (part instanceof SMTPSendFailedException letter && letter.getReturnCode() > 0) return letter.getReturnCode();
            next = part.getNextException();
        }
        return -1;
    }

    /// Whether it was said to MAIL FROM, before the relay knew anything of the letter.
    static boolean toSender(Exception failed) {
        return failed instanceof SMTPSendFailedException said && said.getCommand() != null && said.getCommand().startsWith("MAIL");
    }

    static String last(SMTPTransport transport) {
        return clean(Optional.ofNullable(transport.getLastServerResponse()).orElse(""));
    }

    /// The most telling words of the chain, on one line.
    static String text(Exception failed) {
        Exception last = failed;
        for (int at = 0; last instanceof MessagingException part && part.getNextException() != null && at < MOST_CHAINED; at++) last = part.getNextException();
        return clean(Optional.ofNullable(last.getMessage()).orElse(last.getClass().getSimpleName()));
    }

    static String clean(String words) {
        String line = BLANKS.matcher(words).replaceAll(" ").strip();
        return line.length() > MOST ? line.substring(0, MOST) : line;
    }
}
