package tldops.intake;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.Namespaces;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.util.MailLogger;

/// One connection to a mailbox (RFC 3501), for one thread. Everything is asked for by UID, one command after the other:
/// what the server says of one mail cannot touch another, and a folder that somebody else tidies up is no trouble.
final class ImapLine implements AutoCloseable {
    /// What the server tells of a mail without its bytes.
    record Lying(long uid, long size, Instant came, boolean deleted) {}

    /// @param validity UIDVALIDITY
    /// @param next UIDNEXT; 0 when the server does not tell
    record Opened(long validity, long next) {}

    private final IMAPProtocol imap;
    private final ImapSocket socket;
    private final Duration patience;
    private final ImapIdle idle;
    private String open = "";
    private Opened opened = new Opened(0, 0);

    private ImapLine(IMAPProtocol imap, ImapSocket socket, Duration patience, ScheduledExecutorService watch) {
        this.imap = imap;
        this.socket = socket;
        this.patience = patience;
        idle = new ImapIdle(imap, socket, watch);
    }

    /// Connects and logs in. A password is sent over TLS only, unless `intake.imap.tls` is none.
    static ImapLine connect(ImapDoor.Settings settings, ImapSocket socket, ScheduledExecutorService watch) throws IOException, ProtocolException {
        boolean tls = settings.protection() == ImapDoor.Protection.TLS;
        String name = tls ? "imaps" : "imap";
        Properties properties = properties(settings, socket, "mail." + name + ".");
        IMAPProtocol imap = new IMAPProtocol(name, settings.host(), settings.port(), properties, tls, new MailLogger(ImapLine.class, "IMAP", false, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.US_ASCII)));
        try {
            if (settings.protection() == ImapDoor.Protection.STARTTLS) {
                if (!imap.hasCapability("STARTTLS")) throw new IOException("the server offers no STARTTLS");
                imap.startTLS();
                imap.capability();
            }
            logIn(imap, settings);
            imap.capability();
            return new ImapLine(imap, socket, settings.patience(), watch);
        } catch (IOException | ProtocolException | RuntimeException failed) {
            imap.disconnect();
            throw failed;
        }
    }

    private static void logIn(IMAPProtocol imap, ImapDoor.Settings settings) throws IOException, ProtocolException {
        if (imap.isAuthenticated()) return;
        if (imap.hasCapability("AUTH=PLAIN")) imap.authplain(null, settings.user(), settings.password());
        else if (imap.hasCapability("LOGINDISABLED")) throw new IOException("the server lets nobody log in over this connection; see intake.imap.tls");
        else imap.login(settings.user(), settings.password());
    }

    private static Properties properties(ImapDoor.Settings settings, ImapSocket socket, String prefix) throws IOException {
        Properties properties = new Properties();
        String patience = Long.toString(settings.patience().toMillis());
        for (String time : new String[] {"connectiontimeout", "timeout", "writetimeout"}) properties.setProperty(prefix + time, patience);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", socket.over(Authorities.context(settings.authorities()).getSocketFactory()));
        properties.put(prefix + "socketFactory", socket.plain());
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "ssl.socketFactory.fallback", "false");
        return properties;
    }

    // ---- folders

    /// Opens a folder; when it is open already, lets the server tell what is new.
    Opened open(String folder) throws IOException, ProtocolException {
        if (open.equals(folder)) {
            imap.noop();
            return opened;
        }
        open = "";
        MailboxInfo info = imap.select(folder);
        if (info.mode == Folder.READ_ONLY) throw new IOException("folder " + folder + " can only be looked at: flags and moves are not allowed");
        opened = new Opened(info.uidvalidity, Math.max(0, info.uidnext));
        idle.opened(info.total);
        open = folder;
        return opened;
    }

    /// A folder of our own beside the others, made where it is missing.
    ///
    /// @return its name with what the server wants before it
    String own(String name) throws ProtocolException {
        String full = prefix() + name;
        var found = imap.list("", full);
        if (found == null || found.length == 0) create(full);
        return full;
    }

    private String prefix() throws ProtocolException {
        if (!imap.hasCapability("NAMESPACE")) return "";
        Namespaces namespaces = imap.namespace();
        return namespaces == null || namespaces.personal == null || namespaces.personal.length == 0 ? "" : namespaces.personal[0].prefix;
    }

    private void create(String folder) throws ProtocolException {
        imap.create(folder);
        imap.subscribe(folder);
    }

    void append(String folder, byte[] mail) throws ProtocolException {
        imap.append(folder, new Flags(Flags.Flag.SEEN), null, new Literal() {
            @Override
            public int size() {
                return mail.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(mail);
            }
        });
    }

    // ---- mails

    /// The numbers from this one on, in order.
    List<Long> from(long uid) throws ProtocolException {
        List<Long> found = new ArrayList<>();
        idle.asked();
        for (Response each : done("UID SEARCH UID " + uid + ":*", Optional.empty())) {
            if (!(each instanceof IMAPResponse response) || !response.keyEquals("SEARCH")) continue;
            for (long number = response.readLong(); number != -1; number = response.readLong()) if (number >= uid) found.add(number);
        }
        // `n:*` names the last mail even where it comes before n (RFC 3501 6.4.8); it is left out above
        return found.stream().distinct().sorted().toList();
    }

    Optional<Lying> lying(long uid) throws ProtocolException {
        for (Response each : done("UID FETCH " + uid + " (UID RFC822.SIZE INTERNALDATE FLAGS)", Optional.empty())) {
            if (!(each instanceof FetchResponse fetched)) continue;
            UID number = fetched.getItem(UID.class);
            RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
            INTERNALDATE came = fetched.getItem(INTERNALDATE.class);
            FLAGS flags = fetched.getItem(FLAGS.class);
            if (number == null || number.uid != uid || size == null || came == null || came.getDate() == null) continue;
            return Optional.of(new Lying(uid, size.size, came.getDate().toInstant(), flags != null && flags.contains(Flags.Flag.DELETED)));
        }
        return Optional.empty();
    }

    /// The bytes as they lie there, without marking the mail as read; never more than one byte above `most`.
    Optional<byte[]> bytes(long uid, int most) throws ProtocolException {
        for (Response each : done("UID FETCH " + uid + " (UID BODY.PEEK[]<0." + (most + 1L) + ">)", Optional.empty())) {
            if (!(each instanceof FetchResponse fetched)) continue;
            UID number = fetched.getItem(UID.class);
            BODY body = fetched.getItem(BODY.class);
            if (number == null || number.uid != uid || body == null) continue;
            return Optional.of(body.getByteArray() == null ? new byte[0] : body.getByteArray().getNewBytes());
        }
        return Optional.empty();
    }

    /// @param flag as the server writes it: `\Seen`
    void flag(long uid, String flag) throws ProtocolException {
        var _ = done("UID STORE " + uid + " +FLAGS.SILENT (" + flag + ")", Optional.empty());
    }

    /// Moves a mail; makes the folder when it is missing.
    void move(long uid, String folder) throws ProtocolException {
        try {
            moved(uid, folder);
        } catch (CommandFailedException missing) {
            try {
                create(folder);
            } catch (CommandFailedException _) {
                throw missing;
            }
            moved(uid, folder);
        }
    }

    private void moved(long uid, String folder) throws ProtocolException {
        Optional<Argument> to = Optional.of(new Argument().writeString(BASE64MailboxEncoder.encode(folder)));
        if (imap.hasCapability("MOVE")) {
            var _ = done("UID MOVE " + uid, to);
        } else {
            var _ = done("UID COPY " + uid, to);
            delete(uid);
        }
    }

    void delete(long uid) throws ProtocolException {
        flag(uid, "\\Deleted");
        // a plain EXPUNGE would take what others have marked; without UIDPLUS the mark has to do
        if (imap.hasCapability("UIDPLUS")) {
            var _ = done("UID EXPUNGE " + uid, Optional.empty());
        }
    }

    private Response[] done(String command, Optional<Argument> more) throws ProtocolException {
        Response[] said = imap.command(command, more.orElse(null));
        imap.notifyResponseHandlers(said);
        imap.handleResult(said[said.length - 1]);
        return said;
    }

    // ---- waiting

    boolean idles() {
        return imap.hasCapability("IDLE");
    }

    /// Waits for news of the open folder (RFC 2177), at most so long; [ImapIdle#end] ends it.
    void idle(Duration most) throws IOException, ProtocolException {
        idle.run(most, patience);
    }

    /// Ends a wait; for any thread.
    void wake() {
        idle.end();
    }

    void noop() throws ProtocolException {
        imap.noop();
    }

    /// Says goodbye, if the server still listens.
    @Override
    public void close() {
        try {
            imap.logout();
        } catch (ProtocolException _) {
            // it is over either way
        }
        socket.cut();
    }

    /// Words for the operator: what the server said, without the number of the command, which is never the same twice.
    static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && !(failed instanceof ProtocolException)) root = root.getCause();
        String said = Optional.ofNullable(root.getMessage()).orElse("").replaceAll("^([A-Z]{1,9}\\d{1,9} (NO|BAD|OK) |\\* |BYE Jakarta Mail Exception: [\\w.]*: )", "").strip();
        return said.isEmpty() ? root.getClass().getSimpleName().toLowerCase(Locale.ROOT) : said;
    }
}
