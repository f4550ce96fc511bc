package tldops.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tldops.core.Change;
import tldops.core.Digest;
import tldops.core.Tld;

/// How many mails a second go through the store, each durable: in, decided with one letter, out. Not a test; run it
/// by hand: `java -cp ... tldops.store.Measure [mails] [senders] [batch]`.
final class Measure {
    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int senders = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int batch = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        Path data = Files.createTempDirectory("measure").resolve("data");
        try (Store store = Store.open(data)) {
            for (int round = 1; round <= 3; round++) {
                long start = System.nanoTime();
                long groups = store.database().groups();
                put(store, round, mails, senders);
                report("put", mails, start, store, groups);

                start = System.nanoTime();
                groups = store.database().groups();
                decide(store, round, batch);
                report("record", mails, start, store, groups);

                start = System.nanoTime();
                groups = store.database().groups();
                send(store);
                report("send", mails, start, store, groups);

                start = System.nanoTime();
                groups = store.database().groups();
                Thread in = Thread.ofPlatform().start(putting(store, -round, mails, senders));
                while (in.isAlive() || !store.inbox().waiting(0, 1).isEmpty()) {
                    decide(store, -round, batch);
                    send(store);
                }
                report("all together", mails, start, store, groups);
            }
            System.out.println("file " + Files.size(data.resolve("tldops.mv.db")) / 1_000_000 + " MB");
        }
    }

    private static Runnable putting(Store store, int round, int mails, int senders) {
        return () -> put(store, round, mails, senders);
    }

    private static void put(Store store, int round, int mails, int senders) {
        Semaphore free = new Semaphore(senders);
        AtomicLong longest = new AtomicLong();
        byte[] raw = new byte[3000];
        new Random(round).nextBytes(raw);
        for (int i = 0; i < mails; i++) {
            String id = round + "-" + i;
            byte[] own = raw.clone();
            System.arraycopy(Sample.bytes(id), 0, own, 0, id.length());
            free.acquireUninterruptibly();
            long asked = System.nanoTime();
            store.inbox().put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, own, id, Digest.hex(own), Instant.now())).whenComplete((_, _) -> {
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                free.release();
            });
        }
        free.acquireUninterruptibly(senders);
        System.out.printf("  longest wait for an acknowledgement %d ms%n", longest.get() / 1_000_000);
    }

    private static void decide(Store store, int round, int batch) {
        for (List<Inbox.Row> rows = store.inbox().waiting(0, batch); !rows.isEmpty(); rows = store.inbox().waiting(0, batch)) {
            List<Store.Recorded> recorded = new ArrayList<>();
            for (Inbox.Row row : rows) {
                store.inbox().raw(row.id());
                String letter = round + "-" + row.id();
                recorded.add(Sample.recorded(row.id(), Sample.line("answered", new Tld("nl"), "a@x.example"), List.of(new Change.Counted("answer:a@x.example", Sample.NOW)),
                        Sample.composed(Sample.letter(letter, false, false), "The same two kilobytes for all. ".repeat(60))));
            }
            store.record(recorded);
        }
    }

    private static void send(Store store) {
        for (List<Outbox.Due> due = store.outbox().due(Sample.NOW, 100); !due.isEmpty(); due = store.outbox().due(Sample.NOW, 100)) {
            store.outbox().sent(due.stream().map(Outbox.Due::id).toList(), Sample.NOW);
        }
    }

    private static void report(String what, int mails, long start, Store store, long groups) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-14s %6.0f a second, %d transactions%n", what, mails / seconds, store.database().groups() - groups);
    }
}
