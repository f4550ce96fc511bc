package tldops.iana;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tldops.core.Tld;

/// A folder of records, for use without the network: one file per ccTLD, `nl.txt`, `xn--p1ai.txt` or `рф.txt`, each
/// as the WHOIS server would answer. Files may come, change and go while the robot runs.
public record Folder(Path path) implements Source {
    private static final String ENDING = ".txt";

    @Override
    public String ask(Tld tld) throws IOException {
        Path usual = path.resolve(tld.label() + ENDING);
        Path file = Files.isRegularFile(usual) ? usual : files().get(tld);
        if (file == null) throw new NoSuchFileException("no record of " + tld.exact());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) throw new IOException("more than " + MAX_BYTES + " bytes in " + file.getFileName());
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public String where(Tld tld) {
        return "folder";
    }

    /// The ccTLDs that have a file.
    public Set<Tld> tlds() throws IOException {
        return files().keySet();
    }

    private Map<Tld, Path> files() throws IOException {
        Map<Tld, Path> files = new TreeMap<>();
        for (Path file : listed()) tld(file).ifPresent(tld -> files.putIfAbsent(tld, file));
        return files;
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Tld> tld(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? Tld.parse(name.substring(0, name.length() - ENDING.length())) : Optional.empty();
    }
}
