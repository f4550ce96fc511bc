package tldops.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.Driven;
import tldops.check.Ground;
import tldops.check.Packed;
import tldops.store.Store;

/// `make soak`: a week of operation in less than ten minutes. Mail comes all the time; the relay, the DNS and IANA go away
/// and come back, the disk is full once, the clock is wrong twice, and the robot is killed again and again. Then all is
/// counted: nothing lost, nothing twice but what P4 allows, memory flat, no thread and no file left over.
final class Soak {
    /// So much more, in parts or in KiB, the heap may hold in the last fifth than in the first: the robot knows four times
    /// as many members by then, and the cache of the database fills up to its bound.
    private static final double FLAT = 1.25;
    private static final long ALLOWED = 6 * 1024;
    private static final Set<String> KNOWN = Set.of("arriving", "leaving", "tldops.mv.db", "lock", "place");

    private final Week week;
    private final List<String> broken = new ArrayList<>();
    private final List<String> table = new ArrayList<>();

    private Soak(Week week) {
        this.week = week;
    }

    /// @param arguments `days=7`, `seed=1`
    public static void main(String[] arguments) throws Exception {
        Map<String, Long> given = Stream.of(arguments).filter(word -> word.matches("(days|seed)=-?\\d+")).collect(Collectors.toMap(word -> word.split("=")[0], word -> Long.valueOf(word.split("=")[1])));
        int days = given.getOrDefault("days", 7L).intValue();
        long seed = given.getOrDefault("seed", System.nanoTime() % 1_000_000);
        Path folder = Files.createTempDirectory("soak", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> java = new ArrayList<>(Packed.into(Files.createDirectory(folder.resolve("packed"))).words());
        java.addAll(List.of(System.getProperty("soak.java", "-XX:+UseSerialGC -Xms32m -Xmx512m").strip().split(" +")));
        System.out.println("soak: " + days + " simulated days with seed " + seed + ", " + Tempo.FAST + " times as fast as ours (repeat with: make soak SEED=" + seed + ")");
        Soak soak;
        long begun = System.nanoTime();
        try (Week week = new Week(folder, days, seed, java)) {
            soak = new Soak(week);
            soak.run(days, folder);
            soak.row("seed", Long.toString(seed));
            soak.row("real time", (System.nanoTime() - begun) / 1_000_000_000 + " s");
        }
        soak.print(folder);
        System.exit(soak.broken.isEmpty() ? 0 : 1);
    }

    private void run(int days, Path folder) throws Exception {
        await();
        week.pass();
        if (!week.drain()) broken.add("Not all that was begun has come to its end: " + week.traffic.unfinished() + " mails are not in");
        Instant end = week.tempo.dial(week.robot.set()).wall();
        Optional<String> left = week.robot.end();
        if (left.isEmpty()) broken.add("The robot did not stop in order");
        left.filter(threads -> !threads.equals("[]")).ifPresent(threads -> broken.add("Threads are left over when the robot has stopped: " + threads));
        files();
        broken.addAll(week.robot.faults());
        broken.addAll(week.traffic.faults());
        row("simulated", days + (days == 1 ? " day" : " days"));
        count(folder, end, days);
        memory(days);
    }

    /// A robot whose data came from elsewhere sends nothing until it is told to.
    private void await() {
        while (!week.robot.up() || week.robot.command("outbox", "release").isEmpty()) LockSupport.parkNanos(100_000_000);
    }

    private void files() throws IOException {
        try (Stream<Path> all = Files.list(week.disk.seen(week.ground.data()))) {
            Set<String> strange = all.map(file -> file.getFileName().toString()).filter(name -> !KNOWN.contains(name)).collect(Collectors.toCollection(TreeSet::new));
            if (!strange.isEmpty()) broken.add("Files are left over in the data folder: " + strange);
        }
    }

    private void count(Path folder, Instant end, int days) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        week.disk.out(week.ground.data().resolve("tldops.mv.db"), copy.resolve("tldops.mv.db"));
        long size = Files.size(copy.resolve("tldops.mv.db"));
        try (Store store = Store.open(copy)) {
            Audit audit = new Audit(store, week.relay.arrivals(), week.traffic);
            audit.mails();
            audit.decisions();
            audit.letters(Week.LINES);
            audit.answers();
            Map<String, Instant> gone = audit.left(week.neighbours.leavers());
            audit.list(week.everybody(), gone);
            audit.deadlines();
            broken.addAll(audit.broken());
            var config = Ground.config(week.ground.file());
            Cases cases = new Cases(config, store.load(Driven.rules(config)), end);
            cases.flows(week.people.flows());
            broken.addAll(week.neighbours.broken(store.load(Driven.rules(config))));
            cases.duties();
            broken.addAll(cases.broken());
            if (days >= 7 && (audit.said("reminded") == 0 || !cases.stages().containsKey("failed"))) broken.add("No reminder or no failure came in this week");
            row("mails acknowledged", week.traffic.count() + " " + named(week.traffic.kinds()));
            row("brought again, by a robot that was away or said \"not now\"", week.traffic.again() + ", of these " + week.traffic.refusals() + " \"not now\"");
            row("duplicates seen to be such", Long.toString(audit.duplicates()));
            row("letters", audit.letterCount() + ", deferred by the relay " + week.relay.deferred() + " times");
            row("SIGKILLs; ends by a full disk", week.robot.kills() + "; " + week.robot.diskEnds());
            row("letters that arrived a second time", audit.twice() + " (P4 allows " + (week.robot.kills() + week.robot.diskEnds()) * Week.LINES + ")");
            row("lost mails, lost letters", broken.isEmpty() ? "0, 0" : "see below");
            row("members; cases", cases.members() + "; " + named(cases.stages()));
            row("reminders; oversight reports", audit.said("reminded") + "; " + audit.kinds().getOrDefault("Report", 0L));
            Map<String, Long> letters = audit.kinds();
            row("posts; digests; reminders; notifications; calls", Stream.of("Carried", "DailyDigest", "MembershipsReminder", "NewSubscribers", "UrgentCall").map(kind -> Long.toString(letters.getOrDefault(kind, 0L))).collect(Collectors.joining("; ")));
            row("contacts changed; left", audit.said("changed") + "; " + gone.size());
            row("questions to IANA", Integer.toString(week.whois.asked()));
            row("outages the robot noted; lines of the journal, chain whole", cases.outages() + "; " + audit.lines());
            row("database at the end", size / 1_000_000 + " MB");
            row("start, until mail is taken", week.robot.usualStart() + " ms in the middle of " + week.robot.life());
        }
    }

    /// Two long lives without trouble, at the beginning and at the end, are compared.
    private void memory(int days) {
        List<Gauge.Sample> first = week.gauge.between(50, 200);
        List<Gauge.Sample> last = week.gauge.between(800, 1000);
        long heap = Gauge.middle(first, Gauge.Sample::heap);
        long then = Gauge.middle(last, Gauge.Sample::heap);
        row("live heap after a collection, first and last fifth", heap / 1024 + " MiB, " + then / 1024 + " MiB; in the last fifth " + Math.round(Gauge.slope(last, Gauge.Sample::heap) * 1000 / days) + " KiB a day");
        row("resident, first and last fifth", Gauge.middle(first, Gauge.Sample::resident) / 1024 + " MiB, " + Gauge.middle(last, Gauge.Sample::resident) / 1024 + " MiB; at most " + Gauge.most(week.gauge.samples(), Gauge.Sample::resident) / 1024 + " MiB");
        row("threads, first and last fifth", Gauge.middle(first, Gauge.Sample::threads) + ", " + Gauge.middle(last, Gauge.Sample::threads) + "; none left when it has stopped");
        row("open files, first and last fifth", Gauge.middle(first, Gauge.Sample::files) + ", " + Gauge.middle(last, Gauge.Sample::files));
        if (first.isEmpty() || last.isEmpty()) {
            broken.add("Memory was not measured");
            return;
        }
        flat("live heap (KiB)", heap, then, ALLOWED);
        flat("threads", Gauge.middle(first, Gauge.Sample::threads), Gauge.middle(last, Gauge.Sample::threads), 2);
        flat("open files", Gauge.middle(first, Gauge.Sample::files), Gauge.middle(last, Gauge.Sample::files), 2L * Week.LINES);
    }

    private void flat(String what, long first, long last, long allowed) {
        if (last > Math.max(first * FLAT, first + allowed)) broken.add("Not flat: " + what + " went from " + first + " to " + last);
    }

    private static String named(Map<?, Integer> counts) {
        return counts.entrySet().stream().map(each -> each.getValue() + " " + each.getKey().toString().toLowerCase(java.util.Locale.ROOT)).collect(Collectors.joining(", ", "(", ")"));
    }

    private void row(String what, String figure) {
        table.add("| " + what + " | " + figure + " |");
    }

    private void print(Path folder) throws IOException {
        System.out.println();
        System.out.println("| soak | |");
        System.out.println("|---|---|");
        table.forEach(System.out::println);
        System.out.println();
        if (broken.isEmpty()) {
            System.out.println("Nothing lost, nothing twice beyond P4, memory flat, no thread and no file left over.");
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(Soak::delete);
            }
            return;
        }
        System.out.println(broken.size() + " things are not as they must be; the robot's log and a copy of its database are in " + folder + ":");
        broken.stream().limit(40).forEach(what -> System.out.println("- " + what));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
