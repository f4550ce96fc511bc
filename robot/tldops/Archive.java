package tldops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Post;
import tldops.core.Posts;
import tldops.core.Rules;
import tldops.mail.Carrier;
import tldops.store.Inbox;
import tldops.store.Store;

/// Keeps each post as a file, where the operator wants that (`list.posts.archive`): a post that went to all is noted as to be kept
/// in the same transaction, and as kept when its file is on disk. A kill between the two finds the file there.
final class Archive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    private static final FileAttribute<Set<PosixFilePermission>> OURS = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> CLOSED = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Optional<Path> folder;
    private final Rules rules;
    private final Inbox inbox;
    private final Robot robot;
    private final Semaphore wake = new Semaphore(1);
    private final Thread writer = Thread.ofPlatform().name("archive").unstarted(this::run);
    private volatile boolean closed;

    private Archive(Optional<Path> folder, Rules rules, Inbox inbox, Robot robot) {
        this.folder = folder;
        this.rules = rules;
        this.inbox = inbox;
        this.robot = robot;
    }

    /// @throws IOException with a sentence for the operator, when the folder can not be made or others can look into it
    static Archive of(Optional<Path> folder, Rules rules, Inbox inbox, Robot robot) throws IOException {
        if (folder.isPresent()) {
            Path path = folder.get();
            Files.createDirectories(path, CLOSED);
            if (!Files.getPosixFilePermissions(path).stream().allMatch(may -> may.name().startsWith("OWNER_"))) throw new IOException("others can look into the archive of posts; close it: chmod 700 " + path);
        }
        return new Archive(folder, rules, inbox, robot);
    }

    /// What was left by a kill is kept first.
    void start() {
        if (folder.isPresent()) writer.start();
    }

    /// There may be something to keep; what failed before is tried again with every duty.
    void decided(Store.Recorded recorded) {
        if (recorded.decision().changes().stream().anyMatch(change -> change instanceof Change.PostSaved || change instanceof Change.DutyDone)) wake.release();
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void run() {
        while (!closed) {
            wake.acquireUninterruptibly();
            wake.drainPermits();
            try {
                for (Post post : closed ? List.<Post>of() : robot.ask(Posts::toArchive).join()) archive(post);
            } catch (RuntimeException failed) {
                LOG.error("posts could not be kept in the archive; trying again", failed);
            }
        }
    }

    /// One that cannot be kept does not hold up the others.
    private void archive(Post post) {
        try {
            keep(post);
            robot.tell(new Event.Archived(post.inbox())).join();
        } catch (IOException failed) {
            LOG.error("post {} could not be kept in the archive; trying again", post.inbox(), failed);
        }
    }

    private void keep(Post post) throws IOException {
        Optional<byte[]> raw = inbox.raw(post.inbox()).filter(bytes -> bytes.length > 0);
        Optional<Inbox.Row> row = inbox.row(post.inbox());
        // its bytes were cleared away before it could be kept
        if (raw.isEmpty() || row.isEmpty()) return;
        Path path = folder.orElseThrow();
        String name = String.format("%s-%06d-%s", post.at().atOffset(ZoneOffset.UTC).toLocalDate(), post.inbox(), row.get().rawHash().substring(0, 8));
        Path file = path.resolve(name + ".eml");
        if (Files.exists(file)) return;
        Path half = path.resolve("." + name + ".part");
        try (FileChannel out = FileChannel.open(half, NEW, OURS)) {
            ByteBuffer bytes = ByteBuffer.wrap(Carrier.original(raw.get(), rules.list(), post.tlp()));
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel here = FileChannel.open(path, StandardOpenOption.READ)) {
            here.force(true);
        }
    }
}
