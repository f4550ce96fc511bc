package tldops.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// A backup file taken apart: the zip that `tldops backup` writes, or a plain copy of a database that was closed.
final class Packed {
    private static final byte[] PLAIN = {'H', ':', '2'};

    private Packed() {}

    /// Its database as a file of that folder, on disk.
    ///
    /// @throws IOException with a sentence for the operator when it is no backup
    static void unpack(Path file, Path folder) throws IOException {
        Path database = folder.resolve(Opening.FILE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(PLAIN.length);
            boolean plain = java.util.Arrays.equals(in.readNBytes(PLAIN.length), PLAIN);
            in.reset();
            if (plain) Files.copy(in, database);
            else unzip(new ZipInputStream(in), database);
        } catch (ZipException broken) {
            throw new IOException(file + " is broken: " + broken.getMessage(), broken);
        }
        if (!Files.exists(database)) throw new IOException(file + " is no backup of a tldops-robot");
        sync(database);
    }

    static void sync(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static void unzip(ZipInputStream in, Path database) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.getName().equals(Opening.FILE)) Files.copy(in, database);
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : List.copyOf(all.toList())) Files.delete(file);
        }
        Files.delete(folder);
    }
}
