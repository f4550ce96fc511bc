package tldops.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/// The other end of the operator's socket: a `tldops` command hands its words to the running daemon (DESIGN 1.7).
public final class Call {
    private Call() {}

    /// Nobody listens on the socket.
    public static final class NoDaemon extends IOException {
        private static final long serialVersionUID = 1;

        NoDaemon(Path file, IOException cause) {
            super("no daemon answers on " + file + ": " + cause.getMessage(), cause);
        }
    }

    /// Runs one command in the daemon and passes on what it prints.
    ///
    /// @param body what is piped into the command; [InputStream#nullInputStream] when nothing is
    /// @return the command's exit code
    /// @throws NoDaemon when there is none
    /// @throws IOException when the daemon goes away before the command has ended
    public static int run(Path file, List<String> words, InputStream body, OutputStream out, OutputStream err) throws IOException {
        try (SocketChannel call = open(file)) {
            DataInputStream from = new DataInputStream(new BufferedInputStream(Channels.newInputStream(call)));
            DataOutputStream to = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(call)));
            Frames.words(to, words);
            // the answer may come before the daemon has read the body, or instead of it
            Thread.ofVirtual().name("command-body").start(() -> send(to, body, call));
            return answer(from, out, err);
        }
    }

    private static SocketChannel open(Path file) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(file));
        } catch (IOException nobody) {
            throw new NoDaemon(file, nobody);
        }
    }

    private static void send(DataOutputStream to, InputStream body, SocketChannel call) {
        try {
            Frames.body(to, body);
        } catch (IOException broken) {
            // our own input broke off, or the daemon has heard enough: either way it is told that nothing more comes
            try {
                call.shutdownOutput();
            } catch (IOException _) {
                // it has hung up already
            }
        }
    }

    private static int answer(DataInputStream from, OutputStream out, OutputStream err) throws IOException {
        while (true) {
            byte kind = from.readByte();
            byte[] piece = Frames.exactly(from, Frames.length(from, Frames.PIECE));
            switch (kind) {
                case Frames.OUT -> {
                    out.write(piece);
                    out.flush();
                }
                case Frames.ERR -> {
                    err.write(piece);
                    err.flush();
                }
                case Frames.EXIT -> {
                    return piece.length == 1 ? piece[0] & 0xff : Exit.FAULT;
                }
                default -> throw new IOException("the daemon speaks another version");
            }
        }
    }
}
