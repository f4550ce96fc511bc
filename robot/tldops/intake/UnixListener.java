package tldops.intake;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jdk.net.ExtendedSocketOptions;

/// Listening on a socket that is a file, and who calls there (SO_PEERCRED).
final class UnixListener {
    private UnixListener() {}

    /// Begins to listen. A file left behind by a daemon that was killed is removed first.
    ///
    /// @param mode who may connect, as `rw-rw----`
    /// @throws IOException with a sentence for the operator, also when somebody already listens there
    static ServerSocketChannel open(Path file, String mode) throws IOException {
        if (Files.exists(file)) {
            if (listening(file)) throw new IOException("another daemon listens on " + file);
            if (Files.isRegularFile(file) || Files.isDirectory(file)) throw new IOException("cannot make the socket " + file + ": something else is there");
            Files.delete(file);
        }
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            return listener;
        } catch (IOException failed) {
            listener.close();
            throw new IOException("cannot make the socket " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static boolean listening(Path file) {
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /// The operating system's name of who is at the other end; "" when the system does not tell.
    static String user(SocketChannel call) throws IOException {
        try {
            return call.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        } catch (UnsupportedOperationException untold) {
            return "";
        }
    }
}
