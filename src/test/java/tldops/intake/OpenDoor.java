package tldops.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// An SMTP door on a free port, and what was taken in through it.
final class OpenDoor implements AutoCloseable {
    static final MailingList LIST = new MailingList("tld-ops", "lists.example.test", List.of("old.example.test"), Map.of());
    static final String ROBOT = "tld-ops-request@lists.example.test";
    static final String MAIL = "From: Ada Moll <ada@registry.example>\r\nSubject: help\r\n\r\nhelp";
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    record Taken(Envelope envelope, String text) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    Inlet inlet = (envelope, raw) -> taken.add(new Taken(envelope, new String(raw, StandardCharsets.ISO_8859_1)));
    SmtpDoor door;

    SmtpDoor open(SmtpDoor.Settings settings) throws IOException {
        door = SmtpDoor.open(settings, LIST, (envelope, raw) -> inlet.take(envelope, raw), NOON);
        return door;
    }

    Wire connect() throws IOException {
        if (door == null) open(settings());
        return Wire.greeted(door.port());
    }

    static SmtpDoor.Settings settings() {
        return SmtpDoor.Settings.loopback(0, "robot.example.test");
    }

    static SmtpDoor.Settings limited(int most, int memory, int recipients, int perClient, Duration data) {
        SmtpDoor.Settings all = settings();
        return new SmtpDoor.Settings(all.bind(), 0, all.host(), most, memory, recipients, all.connections(), perClient, all.idle(), data, Optional.empty(), List.of(), Map.of());
    }

    static SmtpDoor.Settings trusting(String clients, Optional<Tls> tls) {
        SmtpDoor.Settings all = settings();
        return new SmtpDoor.Settings(all.bind(), 0, all.host(), all.most(), all.memory(), 100, 200, 50, all.idle(), all.data(), tls, List.of(Network.of(clients)), Map.of("border", "s3same"));
    }

    static String plain(String name, String password) {
        return Base64.getEncoder().encodeToString(("\0" + name + "\0" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        if (door != null) door.close();
    }
}
