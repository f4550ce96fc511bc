package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import tldops.core.Address;
import tldops.core.Rules.MailingList;

/// One mail coming in by SMTP: from MAIL FROM to the answer behind the final dot (RFC 5321 3.3).
final class SmtpMail implements MessageHandler {
    private final Session session;
    private final SmtpDoor.Settings settings;
    private final Optional<ClientCertificates> certificates;
    private final MailingList list;
    private final Delivery delivery;
    private Optional<Address> sender = Optional.empty();
    private final Set<Address> recipients = new LinkedHashSet<>();

    SmtpMail(Session session, SmtpDoor.Settings settings, Optional<ClientCertificates> certificates, MailingList list, Delivery delivery) {
        this.session = session;
        this.settings = settings;
        this.certificates = certificates;
        this.list = list;
        this.delivery = delivery;
    }

    @Override
    public void from(String path) throws RejectException {
        if (path.isBlank()) return;
        sender = Ours.path(path);
        if (sender.isEmpty()) throw refused("sender", 553, "5.1.7 This sender address could not be answered");
    }

    @Override
    public void recipient(String path) throws RejectException {
        recipients.add(Ours.recipient(list, path).orElseThrow(() -> refused("recipient", 550, "5.1.1 No such mailbox here")));
    }

    private RejectException refused(String reason, int code, String words) {
        Delivery.Answer answer = delivery.refused(reason, code, words);
        return new RejectException(answer.code(), answer.words());
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        Delivery.Answer answer = delivery.take(unstuffed(in), peer(), sender, recipients);
        if (answer.code() == 250) return answer.words();
        if (answer.code() == Delivery.ENOUGH) throw new DropConnectionException(answer.code(), answer.words());
        // a refusal behind the final dot ends the transaction (RFC 5321 4.1.1.4), which the library leaves to us
        session.resetMailTransaction();
        throw new RejectException(answer.code(), answer.words());
    }

    /// The library takes away the dot that the client has put before a line (RFC 5321 4.5.2), but not before the first one.
    private static InputStream unstuffed(InputStream in) throws IOException {
        PushbackInputStream first = new PushbackInputStream(in);
        int octet = first.read();
        if (octet != '.' && octet != -1) first.unread(octet);
        return first;
    }

    private Delivery.Peer peer() {
        InetAddress client = session.getRealRemoteAddress().getAddress();
        boolean known = session.isAuthenticated() || certificates.filter(all -> all.shown(session.getSocket())).isPresent();
        String with = "ESMTP" + (session.isTLSStarted() ? "S" : "") + (session.isAuthenticated() ? "A" : "");
        String address = client.getHostAddress();
        return new Delivery.Peer(address, "[" + address + "]", session.getHelo().orElse("unknown"), with, known && settings.vouchesFor(client));
    }

    @Override
    public void done() {}
}
