package tldops.mailets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Stands between James and the robot and can be cut.
final class Cable implements AutoCloseable {
    enum Cut { NEVER, IN_THE_MIDDLE, BEHIND_THE_END }

    private static final int MIDDLE = 60_000;
    private final Loopback loopback;
    private final int to;
    private final Supplier<Cut> next;

    /// @param next what happens to the next connection
    Cable(int to, Supplier<Cut> next) throws IOException {
        this.to = to;
        this.next = next;
        loopback = new Loopback(this::join);
    }

    int port() {
        return loopback.port();
    }

    private void join(Socket james) {
        Cut cut = next.get();
        try (james; Socket robot = new Socket(InetAddress.getLoopbackAddress(), to)) {
            Thread forth = Thread.ofVirtual().start(() -> copy(james, robot, cut == Cut.IN_THE_MIDDLE ? MIDDLE : Integer.MAX_VALUE, ""));
            copy(robot, james, Integer.MAX_VALUE, cut == Cut.BEHIND_THE_END ? "250 2.0.0 Stored" : "");
            forth.interrupt();
        } catch (IOException broken) {
            // as it was meant to be
        }
    }

    /// @param most bytes, then both ends are closed
    /// @param last what is not passed on any more; "" passes everything
    private static void copy(Socket from, Socket into, int most, String last) {
        try (from; into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] some = new byte[4096];
            int passed = 0;
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                passed += count;
                boolean said = !last.isEmpty() && new String(some, 0, count, StandardCharsets.ISO_8859_1).contains(last);
                if (passed > most || said) return;
                out.write(some, 0, count);
                out.flush();
            }
        } catch (IOException broken) {
            // the other end is gone
        }
    }

    @Override
    public void close() {
        loopback.close();
    }
}
