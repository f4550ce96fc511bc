package tldops.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An LMTP door on a free port or on a file, and what was taken in through it.
final class OpenLmtp implements AutoCloseable {
    static final String LIST = "tld-ops@lists.example.test";
    static final String OWNER = "tld-ops-owner@lists.example.test";

    final List<OpenDoor.Taken> taken = new CopyOnWriteArrayList<>();
    volatile Inlet inlet = (envelope, raw) -> taken.add(new OpenDoor.Taken(envelope, new String(raw, StandardCharsets.ISO_8859_1)));
    final LmtpDoor door;
    private final LmtpDoor.Settings settings;

    OpenLmtp(LmtpDoor.Settings settings) throws IOException {
        this.settings = settings;
        door = LmtpDoor.open(settings, OpenDoor.LIST, (envelope, raw) -> inlet.take(envelope, raw), OpenDoor.NOON);
    }

    static OpenLmtp usual() throws IOException {
        return new OpenLmtp(LmtpDoor.Settings.loopback(0, "robot.example.test"));
    }

    static OpenLmtp limited(int most, int memory, int recipients, int connections, Duration idle, Duration data) throws IOException {
        return new OpenLmtp(new LmtpDoor.Settings("127.0.0.1", 0, Optional.empty(), Optional.empty(), "robot.example.test", most, memory, recipients, connections, idle, data));
    }

    static OpenLmtp on(Path file, String trustedUser) throws IOException {
        LmtpDoor.Settings all = LmtpDoor.Settings.loopback(0, "robot.example.test");
        return new OpenLmtp(new LmtpDoor.Settings(all.bind(), 0, Optional.of(file), Optional.of(trustedUser), all.host(), all.most(), all.memory(), 100, 200, all.idle(), all.data()));
    }

    /// Connected, and not yet greeted.
    Wire call() throws IOException {
        return settings.socket().isPresent() ? new Wire(settings.socket().get()) : new Wire(door.port());
    }

    /// Behind LHLO.
    Wire connect() throws IOException {
        Wire wire = call();
        wire.reply();
        wire.say("LHLO mx.example.test");
        return wire;
    }

    /// A whole mail to all of them.
    ///
    /// @return the answers behind the final dot, one for each recipient that was accepted
    static List<String> mail(Wire wire, String text, String... recipients) throws IOException {
        wire.say("MAIL FROM:<ada@registry.example>");
        int accepted = 0;
        for (String each : recipients) if (wire.say("RCPT TO:<" + each + ">").startsWith("250")) accepted++;
        wire.say("DATA");
        wire.raw(text + "\r\n.\r\n");
        List<String> answers = new ArrayList<>();
        for (int each = 0; each < accepted; each++) answers.add(wire.reply());
        return answers;
    }

    @Override
    public void close() {
        door.close();
    }
}
