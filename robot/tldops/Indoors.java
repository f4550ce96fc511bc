package tldops;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tldops.cli.Rows;
import tldops.intake.Network;
import tldops.letters.Rehearsal;

/// What the doctor looks at inside the machine: configuration, data folder, Java, clock, letters and duties (L32).
record Indoors(Office office) {
    private static final int JAVA = 25;
    /// Before this build was made no clock can rightly be.
    private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

    List<Rows.Finding> machine() throws IOException {
        List<Rows.Finding> found = new ArrayList<>();
        found.add(Doctor.good("configuration", "It is good" + (office.daemon().isPresent() ? ", as the robot read it when it started." : ".")));
        found.add(office.daemon().isPresent() ? Doctor.good("robot", "It runs: " + Build.NOW.version() + " (" + Build.NOW.commit() + ").") : Doctor.doubtful("robot", "None is running.", "tldops run"));
        found.add(folder());
        found.add(disk());
        int java = Runtime.version().feature();
        found.add(java >= JAVA ? Doctor.good("java", Runtime.version().toString()) : Doctor.wrong("java", "Java " + java + " is too old.", "Install a JDK " + JAVA + "."));
        found.add(clock());
        neighbour().ifPresent(found::add);
        return found;
    }

    /// A mail server on this machine may log in, but is judged like anybody from outside.
    private Optional<Rows.Finding> neighbour() {
        Config.Smtp smtp = office.config().smtp();
        boolean known = smtp.trustedClients().stream().map(Network::of).anyMatch(network -> network.holds(InetAddress.getLoopbackAddress()));
        if (!smtp.enabled() || !smtp.border() || smtp.users().isEmpty() || known) return Optional.empty();
        return Optional.of(Doctor.doubtful("border", "What a mail server on this machine hands over is judged as if it came from outside: SPF can not hold for it.", "Name 127.0.0.1 in intake.smtp.trusted-clients, or set intake.smtp.border = off."));
    }

    private Rows.Finding folder() throws IOException {
        Path folder = office.config().store().folder();
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        boolean closed = rights.endsWith("------");
        if (!closed) return Doctor.wrong("data folder", folder + " is open to others (" + rights + ").", "chmod 700 " + folder);
        return Files.isWritable(folder) ? Doctor.good("data folder", folder.toAbsolutePath().normalize() + " is its owner's alone.") : Doctor.wrong("data folder", folder + " can not be written.", "chmod u+rwx " + folder);
    }

    private Rows.Finding disk() throws IOException {
        long free = Files.getFileStore(office.config().store().folder()).getUsableSpace();
        long least = office.config().store().minFree();
        String says = free / 1_000_000 + " MB free, store.min-free is " + least / 1_000_000 + " MB.";
        if (free < least) return Doctor.wrong("disk", says + " No mail is taken in.", "Make room on the disk.");
        return free < 2 * least ? Doctor.doubtful("disk", says, "Make room on the disk.") : Doctor.good("disk", says);
    }

    private Rows.Finding clock() {
        Instant now = office.now().get();
        Optional<Instant> last = office.store().journals().lastAt();
        String fix = "Set the clock (timedatectl), then restart the robot.";
        if (now.isBefore(BUILT)) return Doctor.wrong("clock", "It says " + now + ", before this build was made.", fix);
        if (last.filter(at -> at.isAfter(now.plus(Duration.ofMinutes(1)))).isPresent()) return Doctor.wrong("clock", "It says " + now + ", but the journal's last line is of " + last.get() + ".", fix);
        return Doctor.good("clock", "It says " + now + ".");
    }

    List<Rows.Finding> letters() {
        List<String> troubles = Rehearsal.troubles(office.assembly().wording());
        if (troubles.isEmpty()) return List.of(Doctor.good("letters", "Every template can be filled in, in every language."));
        return troubles.stream().map(trouble -> Doctor.wrong("letters", trouble, "Mend that template in letters.overrides.")).toList();
    }

    List<Rows.Finding> duties() {
        List<Rows.Duty> duties = new Listings(office).duties();
        if (office.daemon().isEmpty()) return List.of(Doctor.doubtful("duties", duties.stream().map(Rows.Duty::name).collect(Collectors.joining(", ")) + " run only while the robot does.", "tldops run"));
        return duties.stream().map(this::duty).toList();
    }

    private Rows.Finding duty(Rows.Duty duty) {
        String last = ", last " + duty.last().map(Instant::toString).orElse("never") + ".";
        if (duty.next().isEmpty()) return Doctor.wrong("duty " + duty.name(), "It never runs again (" + duty.cron() + ")" + last, "Mend its time in the configuration and restart the robot.");
        boolean late = duty.next().get().isBefore(office.now().get().minus(Duration.ofMinutes(1)));
        String says = "Next " + duty.next().get() + last;
        return late ? Doctor.wrong("duty " + duty.name(), says + " That is past.", "tldops duty " + duty.name() + ", then restart the robot.") : Doctor.good("duty " + duty.name(), says);
    }
}
