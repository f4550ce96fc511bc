package tldops.store;

import static tldops.store.jooq.Tables.INBOX;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import tldops.core.Address;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.store.jooq.tables.records.InboxRecord;

/// How arrivals become rows of the inbox, many at once, and how a mail that comes a second time is found (L26).
final class Arriving {
    /// On its way into the database: length of the head, head (JSON), mail as it came.
    static final Spool.Form<Inbox.Arrival> FORM = new Spool.Form<>(Arriving::packed, Arriving::unpacked);

    private record Head(Inbox.Kind kind, Envelope envelope, String messageId, String digest, Instant at) {}

    private Arriving() {}

    private static byte[] packed(Inbox.Arrival mail) {
        byte[] head = Documents.bytes(new Head(mail.kind(), mail.envelope(), mail.messageId(), mail.digest(), mail.at()));
        return ByteBuffer.allocate(Integer.BYTES + head.length + mail.raw().length).putInt(head.length).put(head).put(mail.raw()).array();
    }

    private static Inbox.Arrival unpacked(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] head = new byte[in.getInt()];
        in.get(head);
        byte[] raw = new byte[in.remaining()];
        in.get(raw);
        Head read = head(head);
        return new Inbox.Arrival(read.kind(), read.envelope(), raw, read.messageId(), read.digest(), read.at());
    }

    /// What a robot without the name of the client (V9) took in before a crash is read, too.
    private static Head head(byte[] json) {
        try {
            return Documents.read(json, Head.class);
        } catch (IllegalArgumentException earlier) {
            return Documents.read(json, Earlier.class).head();
        }
    }

    private record Earlier(Inbox.Kind kind, Peer envelope, String messageId, String digest, Instant at) {
        record Peer(String door, boolean trusted, Optional<Address> returnPath, List<Address> recipients, String client) {}

        Head head() {
            return new Head(kind, new Envelope(envelope.door, envelope.trusted, envelope.returnPath, envelope.recipients, envelope.client), messageId, digest, at);
        }
    }

    /// @return the number of each; the number of the first when it is a duplicate
    static List<Long> insert(DSLContext sql, List<Inbox.Arrival> arrivals) {
        return insert(sql, arrivals, _ -> {});
    }

    /// @param again told of each that came before
    static List<Long> insert(DSLContext sql, List<Inbox.Arrival> arrivals, Consumer<Inbox.Arrival> again) {
        if (arrivals.isEmpty()) return List.of();
        List<Long> ids = Numbers.next(sql, Numbers.Of.MAIL, arrivals.size());
        List<String> keys = arrivals.stream().map(Arriving::sameMail).toList();
        Map<String, Long> known = known(sql, keys);
        List<InboxRecord> rows = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            String key = keys.get(i);
            Optional<Long> first = key.isEmpty() ? Optional.empty() : Optional.ofNullable(known.putIfAbsent(key, ids.get(i)));
            numbers.add(first.orElse(ids.get(i)));
            rows.add(row(ids.get(i), arrivals.get(i), key, first));
            if (first.isPresent()) again.accept(arrivals.get(i));
        }
        Rows.insert(sql, INBOX, rows);
        return numbers;
    }

    /// Those of them of which no row knows.
    static List<Inbox.Arrival> unknown(DSLContext sql, List<Inbox.Arrival> arrivals) {
        Map<String, Long> known = known(sql, arrivals.stream().map(Arriving::sameMail).toList());
        return arrivals.stream().filter(arrival -> !known.containsKey(sameMail(arrival))).toList();
    }

    private static Map<String, Long> known(DSLContext sql, List<String> keys) {
        Map<String, Long> known = new HashMap<>();
        Rows.look(sql, "select id from inbox where same_mail = ?", keys.stream().filter(key -> !key.isEmpty()).toList()).forEach((key, id) -> known.put(key, (Long) id));
        return known;
    }

    private static String sameMail(Inbox.Arrival arrival) {
        return arrival.kind() == Inbox.Kind.MAIL ? Digest.hex(arrival.messageId() + "\n" + arrival.digest()) : "";
    }

    private static InboxRecord row(long id, Inbox.Arrival arrival, String key, Optional<Long> first) {
        Envelope envelope = arrival.envelope();
        InboxRecord row = new InboxRecord();
        row.setId(id);
        row.setKind(arrival.kind().name());
        row.setState((first.isPresent() ? Inbox.State.DUPLICATE : Inbox.State.NEW).name());
        row.setCame(Columns.time(arrival.at()));
        row.setDoor(envelope.door());
        row.setTrusted(envelope.trusted());
        row.setReturnPath(envelope.returnPath().map(Object::toString).orElse(""));
        row.setRecipients(Columns.lines(envelope.recipients()));
        row.setClient(envelope.client());
        row.setHelo(envelope.helo());
        row.setMessageId(arrival.messageId());
        row.setDigest(arrival.digest());
        row.setSameMail(first.isPresent() || key.isEmpty() ? null : key);
        row.setFirstId(first.orElse(null));
        row.setRaw(first.isPresent() ? new byte[0] : arrival.raw());
        row.setRawHash(Digest.hex(arrival.raw()));
        row.setReason("");
        return row;
    }
}
