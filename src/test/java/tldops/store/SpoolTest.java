package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is acknowledged and not in the database yet is not lost (P4).
class SpoolTest {
    @TempDir
    Path folder;

    private final List<Inbox.Arrival> came = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();

    @AfterEach
    void no_disk_broke() {
        assertThat(broken).isEmpty();
    }

    @Test
    void a_mail_is_acknowledged_before_the_database_has_it_and_found_again_after_a_crash() throws Exception {
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        List<Inbox.Arrival> sent = Stream.of("one", "two", "three").map(SpoolTest::mail).toList();
        Spool<Inbox.Arrival> crashed = new Spool<>(folder.resolve(Inbox.ARRIVING), Arriving.FORM, _ -> never, _ -> never, broken::add);
        for (Inbox.Arrival mail : sent) assertThat(crashed.keep(List.of(mail)).join()).isTrue();

        try (Spool<Inbox.Arrival> _ = again(crash())) {
            assertThat(came).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(sent);
        }
        never.complete(true);
        crashed.close();
    }

    @Test
    void what_the_crash_cut_off_was_never_acknowledged() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Inbox.Arrival> sent = Stream.of("one", "two", "three").map(SpoolTest::mail).toList();
        byte[] whole = written(sent);
        for (int round = 0; round < 50; round++) {
            came.clear();
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            Path there = Files.createTempDirectory(folder, "cut");
            Files.write(there.resolve(Inbox.ARRIVING), cut);
            try (Spool<Inbox.Arrival> _ = again(there)) {
                int kept = (int) java.util.stream.IntStream.rangeClosed(1, 3).filter(mails -> written(sent.subList(0, mails)).length <= cut.length).count();
                assertThat(came).as("seed %s, %s bytes", seed, cut.length).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(sent.subList(0, kept));
            }
        }
    }

    @Test
    void a_byte_that_changed_ends_the_reading() throws Exception {
        byte[] whole = written(List.of(mail("one"), mail("two")));
        whole[whole.length - 1] ^= 1;
        Files.write(folder.resolve(Inbox.ARRIVING), whole);

        try (Spool<Inbox.Arrival> _ = again(folder)) {
            assertThat(came).extracting(Inbox.Arrival::messageId).containsExactly("one@x.example");
        }
    }

    @Test
    void nothing_is_left_in_the_file_once_the_database_has_it() throws Exception {
        try (Spool<Inbox.Arrival> spool = again(folder)) {
            spool.keep(List.of(mail("secret"))).join();
        }
        assertThat(folder.resolve(Inbox.ARRIVING)).isEmptyFile(); // MAIL_RULES 33
    }

    @Test
    void when_the_file_is_full_mail_waits_until_the_database_has_what_is_in_it() {
        String large = "x".repeat(5 << 20);
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        try (Spool<Inbox.Arrival> spool = new Spool<>(folder.resolve(Inbox.ARRIVING), Arriving.FORM, _ -> slow, _ -> slow, broken::add)) {
            for (int i = 0; i < 4; i++) spool.keep(List.of(Sample.mail(i + "@x.example", large))).join();
            CompletableFuture<Boolean> fifth = spool.keep(List.of(mail("five")));
            assertThat(fifth).isNotDone();
            slow.complete(true);
            assertThat(fifth.join()).isTrue();
            assertThat(folder.resolve(Inbox.ARRIVING).toFile().length()).isLessThan(large.length());
        }
    }

    @Test
    void a_database_that_is_away_for_a_moment_gets_the_mail_when_it_is_back() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Spool.Into<Inbox.Arrival> away = mails -> tries.incrementAndGet() < 3 ? CompletableFuture.failedFuture(new Unavailable("away")) : CompletableFuture.completedFuture(came.addAll(mails));
        try (Spool<Inbox.Arrival> spool = new Spool<>(folder.resolve(Inbox.ARRIVING), Arriving.FORM, away, away, broken::add)) {
            spool.keep(List.of(mail("one"))).join();
            spool.arrived().join();
        }
        assertThat(came).extracting(Inbox.Arrival::messageId).containsExactly("one@x.example");
        assertThat(folder.resolve(Inbox.ARRIVING)).isEmptyFile();
    }

    @Test
    void what_a_database_that_stays_away_did_not_get_is_left_for_the_next_start() throws Exception {
        Spool.Into<Inbox.Arrival> away = _ -> CompletableFuture.failedFuture(new Unavailable("away"));
        try (Spool<Inbox.Arrival> spool = new Spool<>(folder.resolve(Inbox.ARRIVING), Arriving.FORM, away, away, broken::add)) {
            spool.keep(List.of(mail("one"))).join();
        }
        try (Spool<Inbox.Arrival> _ = again(folder)) {
            assertThat(came).extracting(Inbox.Arrival::messageId).containsExactly("one@x.example");
        }
    }

    @Test
    void after_a_crash_only_what_the_database_does_not_have_becomes_a_row() throws Exception {
        Path data = folder.resolve("data");
        try (Store store = Store.open(data)) {
            store.inbox().put(mail("one")).join();
        }
        Files.write(data.resolve(Inbox.ARRIVING), written(List.of(mail("one"), mail("two"))), StandardOpenOption.CREATE);

        try (Store store = Store.open(data)) {
            assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::messageId).containsExactly("one@x.example", "two@x.example");
            assertThat(store.inbox().list(java.util.Optional.empty(), 9)).hasSize(2);
        }
    }

    @Test
    void a_mail_that_no_database_takes_is_kept_alone_for_the_operator_and_keeps_nobody_from_starting() throws Exception {
        Path data = folder.resolve("data");
        Store.open(data).close();
        Files.write(data.resolve(Inbox.ARRIVING), written(List.of(refused(), mail("good"))));

        try (Store store = Store.open(data)) {
            assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::messageId).containsExactly("good@x.example");
            assertThat(kept(data)).singleElement().satisfies(kept -> assertThat(kept).hasBinaryContent(written(List.of(refused()))));
        }
    }

    @Test
    void a_mail_that_the_database_refuses_holds_up_no_other() throws Exception {
        Path data = folder.resolve("data");
        try (Store store = Store.open(data)) {
            store.inbox().take(refused()).join();
            store.inbox().take(mail("good")).join();
            store.settle();
            assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::messageId).containsExactly("good@x.example");
        }
        assertThat(kept(data)).hasSize(1);
        assertThat(data.resolve(Inbox.ARRIVING)).isEmptyFile();
    }

    @Test
    void a_record_of_another_version_is_kept_and_keeps_nobody_from_starting() throws Exception {
        Spool.Form<String> other = new Spool.Form<>(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8), String::new);
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        Path file = folder.resolve(Inbox.ARRIVING);
        byte[] bytes;
        try (Spool<String> spool = new Spool<>(file, other, _ -> never, _ -> never, broken::add)) {
            spool.keep(List.of("what this one cannot read")).join();
            bytes = Files.readAllBytes(file);
            never.complete(true);
        }
        Files.write(file, bytes);

        try (Spool<Inbox.Arrival> _ = again(folder)) {
            assertThat(came).isEmpty();
            assertThat(kept(folder)).singleElement().satisfies(kept -> assertThat(kept).hasBinaryContent(bytes));
        }
    }

    @Test
    void an_interrupted_thread_that_closes_leaves_nothing_lying() throws Exception {
        Spool<Inbox.Arrival> spool = again(folder);
        spool.keep(List.of(mail("secret"))).join();
        Thread.currentThread().interrupt();
        try {
            spool.close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(folder.resolve(Inbox.ARRIVING)).isEmptyFile();
    }

    private static Inbox.Arrival refused() {
        return new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, new byte[] {1}, "b@x.example", "f".repeat(65), Sample.NOW);
    }

    private static List<Path> kept(Path where) throws Exception {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(each -> each.toString().endsWith(".kept")).toList();
        }
    }

    private static Inbox.Arrival mail(String name) {
        return Sample.mail(name + "@x.example", "text of " + name);
    }

    /// The file's bytes with these in it.
    private byte[] written(List<Inbox.Arrival> mails) {
        try {
            Path there = Files.createTempDirectory(folder, "written");
            CompletableFuture<Boolean> never = new CompletableFuture<>();
            try (Spool<Inbox.Arrival> spool = new Spool<>(there.resolve(Inbox.ARRIVING), Arriving.FORM, _ -> never, _ -> never, broken::add)) {
                for (Inbox.Arrival mail : mails) spool.keep(List.of(mail)).join();
                byte[] bytes = Files.readAllBytes(there.resolve(Inbox.ARRIVING));
                never.complete(true);
                return bytes;
            }
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// The folder as a crash leaves it.
    private Path crash() throws Exception {
        Path there = Files.createTempDirectory(folder, "crashed");
        Files.copy(folder.resolve(Inbox.ARRIVING), there.resolve(Inbox.ARRIVING));
        return there;
    }

    private Spool<Inbox.Arrival> again(Path there) {
        Spool.Into<Inbox.Arrival> taking = mails -> CompletableFuture.completedFuture(came.addAll(mails));
        return new Spool<>(there.resolve(Inbox.ARRIVING), Arriving.FORM, taking, taking, broken::add);
    }
}
