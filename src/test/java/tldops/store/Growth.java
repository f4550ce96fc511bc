package tldops.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tldops.core.Digest;
import tldops.core.Journal;

/// How the database file grows and whether the room of what is cleared away is used again. Not a test; run it by hand:
/// `java -cp ... tldops.store.Growth [mails]`.
final class Growth {
    private static final Duration KEEP = Duration.ofDays(90);

    private Growth() {}

    public static void main(String[] arguments) throws Exception {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path data = Files.createTempDirectory("growth").resolve("data");
        for (int season = 0; season < 3; season++) {
            Instant now = Sample.NOW.plus(KEEP.multipliedBy(2L * season));
            try (Store store = Store.open(data, KEEP)) {
                long start = System.nanoTime();
                mails(store, season, mails, now);
                said(data, season, mails + " mails", start);
                start = System.nanoTime();
                System.out.println(store.clear(now.plus(KEEP).plusSeconds(1)).join());
                said(data, season, "cleared", start);
                start = System.nanoTime();
                store.backup(data.resolveSibling("backup.zip"), true, true, _ -> {});
                said(data, season, "backup of " + Files.size(data.resolveSibling("backup.zip")) / 1_000_000 + " MB", start);
            }
            said(data, season, "closed", System.nanoTime());
        }
    }

    private static void mails(Store store, int season, int mails, Instant at) {
        byte[] raw = new byte[3000];
        Random random = new Random(season);
        List<CompletableFuture<Long>> waiting = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            random.nextBytes(raw);
            String id = season + "-" + i + "@x.example";
            waiting.add(store.inbox().put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, raw.clone(), id, Digest.hex(id), at)));
            if (waiting.size() < 50) continue;
            store.record(waiting.stream().map(CompletableFuture::join).map(row -> Sample.recorded(row, Journal.of("answered", "help"), List.of())).toList());
            waiting.clear();
        }
    }

    private static void said(Path data, int season, String what, long start) throws Exception {
        System.out.printf("season %d: %-22s %6.1f MB, %.1f s%n", season, what, Files.size(data.resolve("tldops.mv.db")) / 1e6, (System.nanoTime() - start) / 1e9);
    }
}
