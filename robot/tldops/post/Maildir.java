package tldops.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import tldops.core.Address;
import tldops.core.Digest;

/// The embedded default of sending, for trial: every letter becomes a file of a Maildir under the data folder and
/// nothing leaves the machine. Its envelope stands in two lines on top.
public record Maildir(Path folder) implements Courier {
    /// @throws UncheckedIOException when the folder cannot be made
    public Maildir {
        try {
            for (String part : List.of("tmp", "new", "cur"))
                Files.createDirectories(folder.resolve(part), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make the Maildir " + folder, failed);
        }
    }

    @Override
    public Outcome carry(Due letter) {
        // named by the letter alone: when it is sent again after a crash, it takes its own place
        String name = "%010d.".formatted(letter.id()) + letter.letterId().replaceAll("[^A-Za-z0-9]", "-") + copy(letter) + ".tldops";
        try {
            Path draft = folder.resolve("tmp", name);
            write(draft, top(letter), letter.bytes());
            Files.move(draft, folder.resolve("new", name), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder.resolve("new"), StandardOpenOption.READ)) {
                directory.force(true);
            }
            return new Outcome.Accepted("new/" + name);
        } catch (IOException failed) {
            return new Outcome.RelayAway("the Maildir " + folder + ": " + failed);
        }
    }

    /// Of a letter to many each transaction has a file of its own.
    private static String copy(Due letter) {
        return letter.copies() instanceof Copies.Together ? "" : "-" + Digest.hex(letter.recipients().toString()).substring(0, 10);
    }

    private static byte[] top(Due letter) {
        String to = letter.recipients().stream().map(Address::toString).collect(Collectors.joining(", "));
        return ("Return-Path: <" + letter.envelopeFrom().map(Address::toString).orElse("") + ">\r\nX-Envelope-To: " + to + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Path file, byte[]... parts) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (byte[] part : parts) {
                ByteBuffer rest = ByteBuffer.wrap(part);
                while (rest.hasRemaining()) channel.write(rest);
            }
            channel.force(true);
        }
    }
}
