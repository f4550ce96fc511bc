package tldops.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How a command travels over the operator's socket. There: a mark, the words, then the body in pieces, the last of
/// length 0. Back: pieces of output and of errors, then the exit code. All lengths are four bytes.
final class Frames {
    static final int MARK = 0x544c4f31;
    static final int PIECE = 32 << 10;
    static final byte OUT = 1;
    static final byte ERR = 2;
    static final byte EXIT = 3;
    private static final int MOST_WORDS = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    private Frames() {}

    static void words(DataOutputStream to, List<String> words) throws IOException {
        to.writeInt(MARK);
        to.writeInt(words.size());
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            to.writeInt(bytes.length);
            to.write(bytes);
        }
        to.flush();
    }

    static List<String> words(DataInputStream from) throws IOException {
        if (from.readInt() != MARK) throw new IOException("this is not a tldops command");
        int count = length(from, MOST_WORDS);
        List<String> words = new ArrayList<>();
        int left = MOST_BYTES;
        for (int word = 0; word < count; word++) {
            byte[] bytes = exactly(from, length(from, left));
            left -= bytes.length;
            words.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return words;
    }

    /// A length that was announced, refused before anything is kept for it.
    static int length(DataInputStream from, int most) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > most) throw new IOException("a part of the command is too long");
        return length;
    }

    static byte[] exactly(DataInputStream from, int length) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the command broke off");
        return bytes;
    }

    static void body(DataOutputStream to, InputStream body) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            if (length == 0) continue;
            to.writeInt(length);
            to.write(piece, 0, length);
            to.flush();
        }
        to.writeInt(0);
        to.flush();
    }

    /// The body as it comes in; ends only behind its last piece, so half a body is never taken for a whole one.
    static InputStream body(DataInputStream from, long most) {
        return new InputStream() {
            private byte[] piece = new byte[0];
            private int at;
            private long left = most;
            private boolean ended;

            @Override
            public int read() throws IOException {
                return more() ? piece[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) return 0;
                if (!more()) return -1;
                int count = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, into, offset, count);
                at += count;
                return count;
            }

            private boolean more() throws IOException {
                if (at < piece.length) return true;
                if (ended) return false;
                piece = exactly(from, length(from, PIECE));
                at = 0;
                left -= piece.length;
                ended = piece.length == 0;
                if (left < 0) throw new IOException("more than " + most + " bytes");
                return !ended;
            }
        };
    }

    /// Output as pieces of one kind; every flush and every write goes out at once, so that the operator sees it.
    static OutputStream pieces(DataOutputStream to, byte kind) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int sent = 0; sent < length; sent += PIECE) piece(to, kind, bytes, offset + sent, Math.min(PIECE, length - sent));
            }
        };
    }

    static void exit(DataOutputStream to, int code) throws IOException {
        piece(to, EXIT, new byte[] {(byte) code}, 0, 1);
    }

    private static void piece(DataOutputStream to, byte kind, byte[] bytes, int offset, int length) throws IOException {
        // output and errors may come from two threads
        synchronized (to) {
            to.writeByte(kind);
            to.writeInt(length);
            to.write(bytes, offset, length);
            to.flush();
        }
    }
}
