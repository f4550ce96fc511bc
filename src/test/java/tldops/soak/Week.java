package tldops.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.FreePort;
import tldops.check.Ground;
import tldops.check.SmallDisk;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.store.Sample;
import tldops.store.Store;

/// The world of the week: a robot on a small disk of its own with a relay, IANA, DNS, mail servers and people around it.
final class Week implements AutoCloseable {
    static final int LINES = 4;
    private static final Instant BEGIN = Instant.parse("2027-01-20T00:00:00Z");
    private static final int MEMBERS = 40;
    private static final int JOINING = 170;
    private static final String ROOM = "2g";
    private static final int MAILS_A_SECOND = 16;

    final SmallDisk disk;
    final Ground ground;
    final Tempo tempo;
    final Robot robot;
    final Relay relay;
    final Whois whois;
    final Traffic traffic;
    final People people;
    final Gauge gauge = new Gauge();
    final Neighbours neighbours;
    private final Chatter chatter;
    private final Duration length;
    private final List<Plan.Step> plan;
    private final Queue<Duration> kills = new ArrayDeque<>();
    private String phase = "";

    Week(Path folder, int days, long seed, List<String> java) throws IOException, InterruptedException {
        int smtp = FreePort.find();
        int toRelay = FreePort.find();
        int toIana = FreePort.find();
        ground = Ground.lay(folder, List.of(
                "intake.smtp.port = " + smtp,
                "health.port = " + FreePort.find(),
                "store.min-free = 20 MB",
                "iana { source = whois, host = " + Names.IANA + ", port = " + toIana + ", pace = 5 milliseconds }",
                "send { mode = smtp, host = " + Names.RELAY + ", port = " + toRelay + ", connections = " + LINES + " }",
                "list.posts { default-tlp = green, per-hour = 1000 }",
                "bulletins.reminder = \"0 0 8 ? * THU\"",
                "times { reminder-days = 1, failure-days = 2, proof-days = 2, held-days = 1 }"));
        Files.createDirectories(ground.data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> members = seeded(folder);
        disk = new SmallDisk(ground.data(), ROOM);
        Files.copy(folder.resolve("seed/tldops.mv.db"), disk.seen(ground.data().resolve("tldops.mv.db")));
        Names names = Names.of(folder.resolve("names"));
        whois = new Whois(toIana, folder.resolve("iana"));
        List<String> command = new ArrayList<>(java);
        command.add("-Djdk.net.hosts.file=" + names.file());
        tempo = new Tempo(BEGIN);
        length = Duration.ofDays(days);
        relay = new Relay(toRelay, this::life, this::arrived);
        robot = new Robot(disk, ground, tempo, command, folder.resolve("robot.log"));
        traffic = new Traffic(smtp, this::acknowledged);
        people = new People(tempo, traffic, robot, ground.tlds().subList(MEMBERS, MEMBERS + JOINING), length, seed);
        List<Tld> places = ground.tlds().subList(0, MEMBERS);
        neighbours = new Neighbours(tempo, traffic, robot, places.subList(MEMBERS - Neighbours.COUNT, MEMBERS), length, seed + 3);
        chatter = new Chatter(traffic, members.subList(0, MEMBERS - Neighbours.COUNT), places.subList(0, MEMBERS - Neighbours.COUNT), () -> tempo.dial(robot.set()).wall(), seed + 1);
        plan = Plan.of(new Plan.World(robot, relay, whois, names, room()), new SplittableRandom(seed + 2));
    }

    /// All who are on the list at some time.
    Set<String> everybody() {
        Set<String> all = ground.tlds().subList(0, MEMBERS).stream().map(Neighbours::ssc).collect(Collectors.toSet());
        people.flows().forEach(flow -> all.add(flow.ssc()));
        return all;
    }

    private int life() {
        return robot.life();
    }

    private void arrived(Relay.Arrival letter) {
        people.arrived(letter);
        neighbours.arrived(letter);
    }

    private void acknowledged(Mail mail) {
        people.acknowledged(mail);
        neighbours.acknowledged(mail);
    }

    private List<String> seeded(Path folder) throws IOException {
        List<String> addresses = new ArrayList<>();
        Path seed = Files.createDirectories(folder.resolve("seed"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Store store = Store.open(seed)) {
            List<Change> changes = new ArrayList<>();
            for (Tld tld : ground.tlds().subList(0, MEMBERS)) {
                Person person = new Person("Mary Member", List.of(Address.of("mary.member@registry-" + tld.label() + ".example")), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
                changes.add(new Change.MemberSaved(new Member(tld, 1, person, Language.EN, BEGIN, Optional.of(BEGIN), "", false, BEGIN, Optional.empty(), 0, new Options(addresses.size() % 4 == 0, Optional.empty()), false)));
                addresses.add(person.address().toString());
            }
            store.record(List.of(new Store.Recorded(0, Sample.recorded(0, Journal.of("members", "of the soak"), changes).decision(), List.of(), List.of(), BEGIN, "", "", "")));
        }
        return addresses;
    }

    private Plan.Room room() {
        return new Plan.Room() {
            @Override
            public void leave(long free) throws IOException, InterruptedException {
                Week.this.leave(free);
            }

            @Override
            public void flood() {
                chatter.flood(12);
            }
        };
    }

    private void leave(long free) throws IOException, InterruptedException {
        if (free < 0) {
            disk.resize(ROOM);
            return;
        }
        long used;
        try (Stream<Path> files = Files.list(disk.seen(ground.data()))) {
            used = files.mapToLong(file -> file.toFile().length()).sum();
        }
        disk.resize(Long.toString(used + free));
    }

    // ---- how it passes

    private int at() {
        return (int) Math.min(1000, tempo.since().toMillis() * 1000 / length.toMillis());
    }

    void pass() throws Exception {
        int step = 0;
        int told = -1;
        long bring = System.nanoTime();
        long looked = System.nanoTime();
        while (at() < 1000) {
            while (step < plan.size() && plan.get(step).at() <= at()) step(plan.get(step++));
            kill();
            people.act();
            neighbours.act();
            long now = System.nanoTime();
            int mails = (int) ((now - bring) * MAILS_A_SECOND / TimeUnit.SECONDS.toNanos(1));
            if (mails > 0) {
                chatter.bring(mails);
                bring = now;
            }
            if (now - looked > TimeUnit.SECONDS.toNanos(4)) {
                gauge.look(robot, at());
                looked = now;
            }
            if (at() * 28 / 1000 != told) {
                told = at() * 28 / 1000;
                tell();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
        tell();
    }

    private void step(Plan.Step step) throws Exception {
        if (!step.phase().isEmpty()) phase = step.phase();
        if (step.kill()) kills.add(tempo.since());
        else step.action().run();
    }

    /// Some are killed as they start; most have worked for a while.
    private void kill() {
        if (kills.isEmpty()) return;
        boolean young = (robot.kills() + 1) % 5 == 0;
        if (!young && (!robot.up() || robot.upFor() < 1500)) return;
        kills.remove();
        robot.kill();
    }

    private void tell() {
        System.out.printf(Locale.ROOT, "%s  %-26s %6d mails %6d letters  %4d MiB  %2d kills%s%n", When.of(tempo.since()), phase, traffic.count(), relay.count(), robot.resident() / 1024, robot.kills(), robot.up() ? "" : "  (down)");
    }

    /// All that was begun comes to its end.
    ///
    /// @return whether it did
    boolean drain() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && (!robot.up() || traffic.unfinished() > 0)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        // what waits for a second try is tried when its time has come
        boolean settled = false;
        for (int i = 0; i < 3; i++) {
            settled = robot.ask("settle", "settled", 60).isPresent();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        }
        settled = robot.ask("settle", "settled", 60).isPresent() && settled;
        gauge.look(robot, 1000);
        return settled && traffic.unfinished() == 0;
    }

    @Override
    public void close() throws Exception {
        traffic.close();
        robot.close();
        relay.close();
        whois.close();
        disk.close();
    }
}
