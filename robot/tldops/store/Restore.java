package tldops.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// `tldops restore`: a backup becomes the database, checked first, in one step, with the old one kept. It starts held,
/// since the robot it was taken from may have sent what stands in it as unsent, or still run.
public final class Restore {
    /// Begins the reason why it is held.
    static final String RESTORED = "restored from ";

    private static final String PART = "restore.part";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// @param kept where the database is now that was there before
    public record Done(Backup.Content content, Optional<Path> kept) {}

    private Restore() {}

    /// @param force whether a database that is there is replaced
    /// @throws AlreadyRunning while a robot runs on that folder
    /// @throws IllegalStateException when the folder is open to others, or the backup was written by a later robot
    /// @throws IOException with a sentence for the operator; then nothing was changed
    public static Done restore(Path data, Path file, boolean force, Instant now) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException("there is no file " + file);
        try (Folder folder = Folder.take(data)) {
            Path database = folder.path().resolve(Opening.FILE);
            boolean there = Files.exists(database) && Files.size(database) > 0;
            if (there && !force) throw new IOException(folder.path() + " holds a database; --force puts the backup in its place and keeps the old one beside it");
            Path part = folder.path().resolve(PART);
            Packed.remove(part);
            try {
                Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Packed.unpack(file, part);
                Backup.Content content = Backup.checked(part, file);
                hold(part, RESTORED + file.getFileName() + " at " + now + "; release it only when the robot it was taken from sends no more");
                Files.setPosixFilePermissions(part.resolve(Opening.FILE), PosixFilePermissions.fromString("rw-------"));
                Packed.sync(part.resolve(Opening.FILE));
                return new Done(content, placed(folder.path(), part.resolve(Opening.FILE), there, now));
            } finally {
                Packed.remove(part);
            }
        }
    }

    private static void hold(Path part, String reason) {
        try (Database copy = Database.open(part)) {
            copy.written(sql -> Hold.set(sql, reason));
        }
    }

    /// There is a database at any moment: the old one gets a second name before the new one takes the first.
    private static Optional<Path> placed(Path folder, Path from, boolean there, Instant now) throws IOException {
        Path to = folder.resolve(Opening.FILE);
        Path kept = folder.resolve(Opening.FILE + ".before-restore-" + STAMP.format(now));
        if (there) Files.createLink(kept, to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.sync(folder);
        return there ? Optional.of(kept) : Optional.empty();
    }
}
