package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tldops.Eventually;
import tldops.FreePort;
import tldops.PatientMail;
import tldops.core.Envelope;

/// A mailbox at an IMAP server, the robots that read it, and what they took in.
final class Mailbox implements AutoCloseable {
    static final String PASSWORD = "never to be seen in a log";

    record Taken(Envelope envelope, String text) {
        String subject() {
            return text.lines().filter(line -> line.startsWith("Subject: ")).findFirst().orElse("").substring(9);
        }
    }

    final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    final Map<String, ImapMarks.Mark> marks = new ConcurrentHashMap<>();
    private final int port = FreePort.find();
    private final List<ImapDoor> doors = new ArrayList<>();
    GreenMail server;
    private GreenMailUser user;
    Inlet inlet = (envelope, raw) -> taken.add(new Taken(envelope, new String(raw, StandardCharsets.ISO_8859_1)));

    Mailbox() {
        start();
    }

    /// The server starts empty: GreenMail keeps nothing.
    void start() {
        ServerSetup setup = PatientMail.server(port, ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(20_000);
        server = new GreenMail(setup);
        server.start();
        user = server.setUser("robot@lists.example.test", "robot", PASSWORD);
    }

    MailFolder folder(String name) {
        try {
            if (name.equals("INBOX")) return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException impossible) {
            throw new AssertionError(impossible);
        }
        return server.getManagers().getImapHostManager().getFolder(user, name);
    }


    /// @return its UID
    long lay(String subject) throws Exception {
        return lay(mail(subject), new Date());
    }

    long lay(String text, Date came) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return folder("INBOX").appendMessage(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)), new Flags(), came);
    }

    static String mail(String subject) {
        return "Return-Path: <ada@registry.example>\r\nFrom: Ada Moll <ada@registry.example>\r\nTo: tld-ops-request@lists.example.test\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject + "@registry.example>\r\n\r\nhelp\r\n";
    }

    List<String> subjects(String folder) throws Exception {
        List<String> found = new ArrayList<>();
        for (StoredMessage each : folder(folder).getMessages()) found.add(each.getMimeMessage().getSubject());
        return found;
    }

    boolean flagged(long uid, Flags.Flag flag) {
        return folder("INBOX").getMessages().stream().anyMatch(each -> each.getUid() == uid && each.getFlags().contains(flag));
    }

    // ---- the robot

    ImapDoor.Settings settings() {
        return new ImapDoor.Settings(
                "127.0.0.1", port, ImapDoor.Protection.NONE, Optional.empty(), "robot", PASSWORD, List.of("INBOX"), Optional.empty(), Duration.ofMinutes(20),
                Duration.ofMinutes(10), false, false, 10_000, Duration.ofSeconds(20), Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMinutes(3), Duration.ofMinutes(15));
    }

    ImapDoor.Settings processed(String folder) {
        ImapDoor.Settings all = settings();
        return new ImapDoor.Settings(all.host(), all.port(), all.protection(), all.authorities(), all.user(), all.password(), all.folders(), Optional.of(folder), all.idle(), all.poll(),
                all.takeOld(), all.trusted(), all.most(), all.patience(), all.shortest(), all.longest(), all.renewed(), all.stale());
    }

    ImapDoor.Settings takingOld(boolean trusted) {
        ImapDoor.Settings all = settings();
        return new ImapDoor.Settings(all.host(), all.port(), all.protection(), all.authorities(), all.user(), all.password(), all.folders(), all.processed(), all.idle(), all.poll(),
                true, trusted, all.most(), all.patience(), all.shortest(), all.longest(), all.renewed(), all.stale());
    }

    ImapDoor.Settings every(Duration poll, Duration renewed, Duration stale) {
        ImapDoor.Settings all = settings();
        return new ImapDoor.Settings(all.host(), all.port(), all.protection(), all.authorities(), all.user(), all.password(), all.folders(), all.processed(), all.idle(), poll,
                all.takeOld(), all.trusted(), all.most(), all.patience(), all.shortest(), all.longest(), renewed, stale);
    }

    ImapDoor read() throws Exception {
        return readThrough(begin(settings(), "11111111-1111-4111-8111-111111111111", inlet));
    }

    ImapDoor begin(ImapDoor.Settings settings, String robot, Inlet where) throws Exception {
        return begin(settings, robot, false, where);
    }

    ImapDoor begin(ImapDoor.Settings settings, String robot, boolean copy, Inlet where) throws Exception {
        ImapDoor door = ImapDoor.open(settings, OpenDoor.LIST, robot, copy, new ImapMarks(folder -> Optional.ofNullable(marks.get(folder)), marks::put), where, InstantSource.system());
        doors.add(door);
        return door;
    }

    static ImapDoor readThrough(ImapDoor door) throws Exception {
        Eventually.see("the mailbox is read", () -> door.readThrough() && door.trouble().isEmpty() ? "" : door.trouble().toString(), String::isEmpty);
        return door;
    }

    /// Refuses some times, as a full disk does, and remembers whether the mail had no flag then.
    final class Refusing implements Inlet {
        final List<Boolean> unflagged = new CopyOnWriteArrayList<>();
        private final int times;

        Refusing(int times) {
            this.times = times;
        }

        @Override
        public void take(Envelope envelope, byte[] raw) throws NotNow {
            if (unflagged.size() == times) {
                inlet.take(envelope, raw);
                return;
            }
            unflagged.add(folder("INBOX").getMessages().stream().noneMatch(each -> each.getFlags().contains(Flags.Flag.SEEN)));
            throw NotNow.full("the disk is full");
        }
    }

    Taken next() throws InterruptedException {
        Taken mail = taken.poll(30, TimeUnit.SECONDS);
        assertThat(mail).as("a mail within 30 seconds").isNotNull();
        return mail;
    }

    @Override
    public void close() {
        doors.forEach(ImapDoor::close);
        server.stop();
    }
}
