package tldops.store;

import static tldops.store.jooq.Tables.SETTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Digest;

/// Where a database belongs: to one folder of one machine, and there to the runs one after the other. A copy that is
/// started elsewhere, or an old one put back, is found out, so that it does not send what the original sends too.
///
/// @param machine of /etc/machine-id, hashed; "" when there is none
/// @param adapters of the built-in addresses of network cards, hashed: a cloned machine often keeps its id, not these
/// @param path of the data folder as it is named
/// @param mark of the file `lock` in it, which nobody ever writes to: a copied or unpacked folder has another one
record Place(String machine, List<String> adapters, String path, String mark) {
    private static final Logger LOG = LoggerFactory.getLogger(Place.class);
    private static final String PLACE = "store.place";
    private static final String RUN = "store.run";

    /// Beside the database: the names of the run that wrote to it last and of the one before.
    static final String FILE = "place";

    static Place of(Path folder) {
        try {
            Path lock = folder.resolve(Folder.LOCK);
            BasicFileAttributes file = Files.readAttributes(lock, BasicFileAttributes.class);
            String mark = Files.getAttribute(lock, "unix:ino") + "-" + file.creationTime().toMillis();
            return new Place(machineId().map(Place::hidden).orElse(""), cards(), folder.toString(), mark);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use the data folder " + folder, failed);
        }
    }

    private static Optional<String> machineId() {
        try {
            return Optional.of(Files.readString(Path.of("/etc/machine-id")).strip()).filter(id -> id.length() == 32);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// Only cards with an address of their own: what is made up at each start (containers, privacy) names no machine.
    private static List<String> cards() throws IOException {
        List<String> found = new ArrayList<>();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            Path about = Path.of("/sys/class/net", each.getName());
            byte[] address = each.getHardwareAddress();
            if (address != null && Files.exists(about.resolve("device")) && builtIn(about)) found.add(hidden(HexFormat.of().formatHex(address)));
        }
        return found.stream().distinct().sorted().toList();
    }

    private static boolean builtIn(Path about) {
        try {
            return Files.readString(about.resolve("addr_assign_type")).strip().equals("0");
        } catch (IOException untold) {
            return false;
        }
    }

    private static String hidden(String id) {
        return Digest.hex("tldops-robot " + id).substring(0, 16);
    }

    /// Why the database is not the one that was last used here; empty when it is, or when it never was used anywhere.
    Optional<String> strange(Database database) {
        Optional<Place> known = database.read(sql -> setting(sql, PLACE)).map(text -> Documents.read(text, Place.class));
        if (known.isEmpty()) return Optional.empty();
        Place was = known.get();
        if (!machine.isEmpty() && !was.machine.isEmpty() && !machine.equals(was.machine)) return Optional.of("this database was last used on another machine");
        if (!adapters.isEmpty() && !was.adapters.isEmpty() && Collections.disjoint(adapters, new HashSet<>(was.adapters))) {
            return Optional.of("this database was last used on another machine (other network cards)");
        }
        if (!path.equals(was.path)) return Optional.of("this database was last used in " + was.path);
        if (!mark.equals(was.mark)) return Optional.of("this data folder is a copy of the one that was last used");
        boolean last = database.read(sql -> setting(sql, RUN)).filter(runs()::contains).isPresent();
        return last ? Optional.empty() : Optional.of("this database is not the one that was last used in this folder, perhaps an older copy of it");
    }

    /// From now on it belongs here; the copies that were made of it before do not.
    void adopt(DSLContext sql) {
        write(sql, PLACE, Documents.write(this));
        String run = UUID.randomUUID().toString();
        String before = setting(sql, RUN).orElse(run);
        try {
            keep(run + "\n" + before + "\n");
            write(sql, RUN, run);
        } catch (IOException full) {
            LOG.warn("{} cannot be written: {}", Path.of(path, FILE), full.getMessage());
        }
    }

    private List<String> runs() {
        try {
            return Files.readAllLines(Path.of(path, FILE));
        } catch (IOException none) {
            return List.of();
        }
    }

    /// On disk before the database names the new run: whatever is lost in between, one of the two names fits.
    private void keep(String text) throws IOException {
        Path file = Path.of(path, FILE);
        Path next = Path.of(path, FILE + ".part");
        Files.writeString(next, text);
        try (FileChannel written = FileChannel.open(next, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.sync(Path.of(path));
    }

    private static Optional<String> setting(DSLContext sql, String name) {
        return sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(name)).fetchOptional(SETTING.CONTENT).map(Objects::requireNonNull);
    }

    private static void write(DSLContext sql, String name, String content) {
        sql.deleteFrom(SETTING).where(SETTING.NAME.eq(name)).execute();
        sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(name, content).execute();
    }
}
