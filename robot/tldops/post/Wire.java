package tldops.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import tldops.core.Address;

/// The library's connection, which can do one thing more: carry a letter to many in one transaction, all commands before
/// its first answer where the relay offers that (PIPELINING, RFC 2920), and tell what was said to each recipient.
final class Wire extends SMTPTransport {
    private record Reply(int code, String text) {
        boolean yes() {
            return code / 100 == 2;
        }

        /// Behind it there is no connection any more.
        boolean last() {
            return code < 0 || code == 421;
        }

        Outcome outcome() {
            if (yes()) return new Outcome.Accepted(text);
            return code / 100 == 5 ? new Outcome.Refused(text) : new Outcome.Later(text);
        }
    }

    private final List<Reply> replies = new ArrayList<>();
    private int unanswered;

    Wire(Session session, URLName url, boolean tls) {
        super(session, url, tls ? "smtps" : "smtp", tls);
    }

    /// @throws MessagingException when the connection broke; nobody knows then what the relay has
    synchronized Outcome carry(Due letter) throws MessagingException {
        replies.clear();
        unanswered = 0;
        List<Address> to = letter.recipients().stream().filter(Wire::plain).toList();
        if (to.isEmpty()) return result(letter, to, Optional.empty());
        boolean pipelining = supportsExtension("PIPELINING");
        boolean eightBit = supportsExtension("8BITMIME") && !Stored.ascii(letter.bytes());
        say("MAIL FROM:<" + letter.envelopeFrom().map(Address::toString).orElse("") + ">" + (eightBit ? " BODY=8BITMIME" : ""), pipelining);
        for (Address address : to) if (pipelining || replies.getFirst().yes()) say("RCPT TO:<" + address + ">", pipelining);
        if (!pipelining && replies.stream().skip(1).noneMatch(Reply::yes)) {
            if (replies.stream().noneMatch(Reply::last)) issueCommand("RSET", -1);
            return result(letter, to, Optional.empty());
        }
        return result(letter, to, Optional.of(content(letter.bytes())));
    }

    private void say(String command, boolean pipelining) throws MessagingException {
        sendCommand(command);
        unanswered++;
        if (!pipelining) heard();
    }

    private void heard() throws MessagingException {
        while (unanswered > 0) {
            unanswered--;
            int code = super.readServerResponse();
            replies.add(new Reply(code, words()));
        }
    }

    /// The answer to the last command; those to the commands before it come first.
    @Override
    protected int readServerResponse() throws MessagingException {
        heard();
        return super.readServerResponse();
    }

    /// @return what the relay says to the letter
    private Reply content(byte[] bytes) throws MessagingException {
        try {
            OutputStream out = data();
            // it may say "go on" to no recipient at all: then nothing is sent (RFC 2920 3.1)
            if (replies.stream().skip(1).anyMatch(Reply::yes)) out.write(bytes);
            finishData();
            return new Reply(250, words());
        } catch (SMTPSendFailedException refused) {
            return new Reply(refused.getReturnCode(), Replies.clean(Optional.ofNullable(refused.getMessage()).orElse("")));
        } catch (IOException broken) {
            throw new MessagingException("the connection broke", broken);
        }
    }

    private Outcome result(Due letter, List<Address> to, Optional<Reply> content) {
        Optional<Reply> sender = replies.stream().findFirst();
        if (sender.filter(reply -> reply.code() == 421).isPresent()) return new Outcome.RelayAway(sender.get().text());
        Map<Address, Outcome> copies = new LinkedHashMap<>();
        letter.recipients().forEach(address -> copies.put(address, new Outcome.Refused("not an address we write to")));
        boolean some = replies.stream().skip(1).anyMatch(Reply::yes);
        for (int at = 0; at < to.size(); at++) {
            Reply own = sender.filter(Reply::yes).isEmpty() ? sender.orElseThrow() : replies.get(at + 1);
            Reply reply = own.yes() ? content.orElseThrow() : own;
            // that is what relays said to too many recipients before there was a 452 (RFC 5321 4.5.3.1.10)
            copies.put(to.get(at), own.code() == 552 && some ? new Outcome.Later(own.text()) : reply.outcome());
        }
        boolean whole = replies.stream().noneMatch(Reply::last) && content.filter(Reply::last).isEmpty();
        return new Outcome.Each(copies, whole);
    }

    /// Whether it can stand in a command as it is (CVE-2025-7962).
    private static boolean plain(Address address) {
        return address.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>');
    }

    private String words() {
        return Replies.clean(Optional.ofNullable(getLastServerResponse()).orElse(""));
    }
}
