package tldops.store;

import static tldops.store.jooq.Tables.CASES;
import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.MEMBER;
import static tldops.store.jooq.Tables.OUTBOX;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/// `tldops backup`: the whole database as it is at one moment, as one zip file, on disk under its name only when it is
/// complete and has been opened.
public final class Backup {
    /// What a database holds.
    ///
    /// @param letters that wait to leave
    /// @param lines of the journal
    public record Content(long members, long cases, long mails, long letters, long lines) {
        static Content of(Database database) {
            return database.read(sql -> new Content(sql.fetchCount(MEMBER), sql.fetchCount(CASES), sql.fetchCount(INBOX), sql.fetchCount(OUTBOX, OUTBOX.STATE.eq(Outbox.State.WAITING.name())),
                    sql.fetchCount(JOURNAL)));
        }
    }

    /// @param sha256 of the file, hex
    public record Made(Path file, long bytes, String sha256, boolean verified, Content content) {}

    private Backup() {}

    static Made write(Database database, Path named, boolean force, boolean verify, LongConsumer progress) throws IOException {
        Path file = named.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (!Files.isDirectory(folder)) throw new IOException("there is no folder " + folder + ", or the robot may not look into it");
        if (Files.isDirectory(file)) throw new IOException(file + " is a folder");
        if (Files.exists(file) && !force) throw new IOException(file + " is there already; --force replaces it");
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException refused) {
            throw new IOException("the robot can not write to " + folder + " (" + refused + ")", refused);
        }
        try {
            await(database.copy(part), part, progress);
            Packed.sync(part);
            Content content = verify ? verified(part) : Content.of(database);
            Made made = new Made(file, Files.size(part), digest(part), verify, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folder.sync(folder);
            return made;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void await(CompletableFuture<Integer> copy, Path part, LongConsumer progress) throws IOException {
        boolean done = false;
        try {
            while (!done) {
                try {
                    copy.orTimeout(1, TimeUnit.DAYS).get(1, TimeUnit.SECONDS);
                    done = true;
                } catch (TimeoutException going) {
                    progress.accept(Files.size(part));
                }
            }
        } catch (InterruptedException stop) {
            // the copy goes on writing to its file, and only its own thread may end it
            copy.handle((_, _) -> 0).join();
            Thread.currentThread().interrupt();
            throw new IOException("the backup was stopped", stop);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IOException("the database could not be copied: " + Opening.causes(failed).reduce((_, deeper) -> deeper).map(Throwable::getMessage).orElse(""), failed);
        }
    }

    private static Content verified(Path part) throws IOException {
        Path folder = Files.createTempDirectory(part.getParent(), part.getFileName() + "-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            Packed.unpack(part, folder);
            return checked(folder, part);
        } catch (IOException failed) {
            throw new IOException("the backup could not be checked (it is unpacked for that, which needs room; --no-verify leaves it out): " + failed.getMessage(), failed);
        } finally {
            Packed.remove(folder);
        }
    }

    /// Opens the database in that folder without changing it and walks its journal.
    ///
    /// @throws IOException when it is not whole
    static Content checked(Path folder, Path origin) throws IOException {
        try (Database copy = Database.look(folder)) {
            Optional<Journals.Fault> fault = new Journals(copy).verify();
            if (fault.isPresent()) throw new IOException("the journal in " + origin + " is not whole from line " + fault.get().number() + ": " + fault.get().what());
            return Content.of(copy);
        } catch (IllegalStateException | CompletionException refused) {
            throw new IOException(Optional.ofNullable(refused.getMessage()).orElse(refused.toString()).replace(folder.resolve(Opening.FILE).toString(), "in " + origin), refused);
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
