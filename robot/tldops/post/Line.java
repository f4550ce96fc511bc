package tldops.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection to the relay. It opens when it is needed, stays open, and carries one letter at a time.
final class Line {
    private final Session session;
    private final Relay.Settings settings;
    private Optional<Wire> open = Optional.empty();
    private long opened;
    private long used;

    Line(Session session, Relay.Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    Outcome carry(Due letter) {
        Wire transport;
        try {
            transport = ready();
        } catch (MessagingException | RuntimeException away) {
            close();
            return new Outcome.RelayAway(Replies.text(away));
        }
        Outcome outcome = letter.copies() instanceof Copies.Together ? carry(letter, letter.recipients(), transport) : copies(letter, transport);
        used = System.nanoTime();
        return outcome;
    }

    private Wire ready() throws MessagingException {
        long now = System.nanoTime();
        boolean old = now - opened > settings.age().toNanos();
        boolean rested = now - used > settings.rest().toNanos();
        if (open.isPresent() && (old || (rested && !open.get().isConnected()))) close();
        if (open.isEmpty()) {
            open = Optional.of(Relay.transport(session, settings));
            opened = used = now;
        }
        return open.get();
    }

    private Outcome carry(Due letter, List<tldops.core.Address> recipients, Wire transport) {
        try {
            Stored mail = new Stored(session, letter, transport.supportsExtension("8BITMIME"));
            transport.sendMessage(mail, paths(recipients));
            return new Outcome.Accepted(Replies.last(transport));
        } catch (MessagingException | RuntimeException failed) {
            return failed(letter, recipients, transport, failed);
        }
    }

    /// A letter to many; one at a time or together, each counts for himself.
    private Outcome copies(Due letter, Wire transport) {
        try {
            Outcome outcome = transport.carry(letter);
            if (!(outcome instanceof Outcome.Each(_, var whole) && whole)) close();
            return outcome;
        } catch (MessagingException | RuntimeException failed) {
            close();
            return Outcome.Each.all(letter.recipients(), new Outcome.Later(Replies.text(failed)), false);
        }
    }

    private Outcome failed(Due letter, List<tldops.core.Address> recipients, Wire transport, Exception failed) {
        Map<String, Integer> refusals = Replies.recipients(failed);
        int code = refusals.isEmpty() ? Replies.code(failed) : refusals.values().stream().mapToInt(Integer::intValue).min().orElse(-1);
        // no answer, or an answer after which the relay hangs up: this connection is of no more use
        if (code < 0 || code == 421) close();
        if (code == 421 && Replies.toSender(failed)) return new Outcome.RelayAway(Replies.text(failed));
        if (code < 500) return new Outcome.Later(Replies.text(failed));
        List<tldops.core.Address> others = recipients.stream().filter(address -> !refusals.containsKey(address.toString())).toList();
        Outcome.Refused refused = new Outcome.Refused(Replies.text(failed));
        if (refusals.isEmpty() || others.isEmpty() || others.size() == recipients.size()) return refused;
        // the copies go out to those who can get them; the letter counts for the one it is for
        Outcome rest = carry(letter, others, transport);
        boolean addressee = others.getFirst().equals(letter.recipients().getFirst());
        return rest instanceof Outcome.Accepted && !addressee ? refused : rest;
    }

    private static Address[] paths(List<tldops.core.Address> recipients) throws MessagingException {
        Address[] paths = new Address[recipients.size()];
        for (int at = 0; at < paths.length; at++) paths[at] = new InternetAddress(recipients.get(at).toString());
        return paths;
    }

    void close() {
        try {
            if (open.isPresent()) open.get().close();
        } catch (MessagingException gone) {
            // it is closed either way
        }
        open = Optional.empty();
    }
}
