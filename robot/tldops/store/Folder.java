package tldops.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The data folder: ours alone (MAIL_RULES 33) and held by one robot at a time (L30).
final class Folder implements AutoCloseable {
    private static final Set<PosixFilePermission> OURS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder where there is none, and takes it.
    ///
    /// @throws AlreadyRunning when another robot has it
    /// @throws IllegalStateException when others may look into it
    static Folder take(Path data) {
        try {
            Path path = data.toAbsolutePath().normalize();
            if (!Files.exists(path)) Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OURS));
            Set<PosixFilePermission> foreign = EnumSet.noneOf(PosixFilePermission.class);
            foreign.addAll(Files.getPosixFilePermissions(path));
            foreign.removeAll(OURS);
            if (!foreign.isEmpty()) {
                throw new IllegalStateException("the data folder " + path + " is open to others ("
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + "); close it with: chmod 700 " + path);
            }
            return new Folder(path, locked(path));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use the data folder " + data, failed);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException alsoTaken) {
            // by another store in this very process
        }
        channel.close();
        throw new AlreadyRunning(path);
    }

    /// What was renamed in it stays so after a loss of power.
    static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot give back " + path, failed);
        }
    }
}
