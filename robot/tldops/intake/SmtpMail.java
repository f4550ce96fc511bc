package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// One mail coming in by SMTP: from MAIL FROM to the answer behind the final dot (RFC 5321 3.3).
final class SmtpMail implements MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMail.class);

    private final Session session;
    private final SmtpDoor.Settings settings;
    private final MailingList list;
    private final Inlet inlet;
    private final InstantSource clock;
    private final Semaphore memory;
    private Optional<Address> sender = Optional.empty();
    private final Set<Address> recipients = new LinkedHashSet<>();

    SmtpMail(Session session, SmtpDoor.Settings settings, MailingList list, Inlet inlet, InstantSource clock, Semaphore memory) {
        this.session = session;
        this.settings = settings;
        this.list = list;
        this.inlet = inlet;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public void from(String path) throws RejectException {
        if (path.isBlank()) return;
        sender = Ours.path(path);
        if (sender.isEmpty()) throw new RejectException(553, "5.1.7 This sender address could not be answered");
    }

    @Override
    public void recipient(String path) throws RejectException {
        recipients.add(Ours.recipient(list, path).orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox here")));
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        try (Receipt.Room room = new Receipt.Room(memory)) {
            return switch (Receipt.read(in, settings.most(), settings.data(), room)) {
                case Receipt.Taken(var bytes) -> taken(bytes);
                case Receipt.TooLarge() -> throw refusal(552, "5.3.4 Larger than " + settings.most() + " bytes");
                case Receipt.NoRoom() -> throw refusal(452, "4.3.1 Too much mail at once, try again later");
                case Receipt.Endless() -> throw new DropConnectionException(421, "4.4.2 This takes too long");
            };
        }
    }

    private String taken(byte[] bytes) throws RejectException {
        Optional<String> fault = Raw.fault(bytes);
        if (fault.isPresent()) throw refusal(550, "5.6.0 Not a mail: " + fault.get());
        if (Head.count(bytes, "From") > 1) throw refusal(550, "5.6.0 More than one From field");
        boolean trusted = session.isAuthenticated() && settings.vouchesFor(session.getRealRemoteAddress().getAddress());
        String client = session.getRealRemoteAddress().getAddress().getHostAddress();
        try {
            inlet.take(new Envelope("smtp", trusted, sender, List.copyOf(recipients), client), Raw.stamped(trace(client), bytes, trusted));
            return "2.0.0 Stored";
        } catch (NotNow later) {
            LOG.warn("smtp: a mail from {} has to come again: {}", client, later.getMessage());
            throw refusal(later.code(), later.code() == 452 ? "4.3.1 No room, try again later" : "4.3.0 Not now, try again later");
        } catch (RuntimeException | Error broken) {
            LOG.error("smtp: a mail from {} could not be stored", client, broken);
            throw refusal(451, "4.3.0 Not now, try again later");
        }
    }

    /// A refusal behind the final dot ends the transaction (RFC 5321 4.1.1.4), which the library leaves to us.
    private RejectException refusal(int code, String words) {
        session.resetMailTransaction();
        return new RejectException(code, words);
    }

    private String trace(String client) {
        String helo = session.getHelo().orElse("unknown").replaceAll("[^A-Za-z0-9.:\\[\\]-]", "?");
        String with = "ESMTP" + (session.isTLSStarted() ? "S" : "") + (session.isAuthenticated() ? "A" : "");
        return "Received: from " + helo.substring(0, Math.min(helo.length(), 255)) + " ([" + client + "])\r\n\tby " + settings.host()
                + " (tldops-robot) with " + with + ";\r\n\t"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)) + "\r\n";
    }

    @Override
    public void done() {}
}
