package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path file() {
        return folder.resolve("s");
    }

    private int call(InputStream body, String... words) throws IOException {
        return Call.run(file(), List.of(words), body, out, err);
    }

    @Test
    void aCommandGoesThereAndItsAnswerComesBack() throws Exception {
        try (Socket _ = Socket.open(file(), (user, words, body, o, e) -> {
            o.write((user + words + new String(body.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            e.write("beware\n".getBytes(StandardCharsets.UTF_8));
            return 3;
        }, Socket.Limits.DEFAULT)) {
            int code = call(new ByteArrayInputStream("größer".getBytes(StandardCharsets.UTF_8)), "case", "7", "übrig", "");

            assertThat(code).isEqualTo(3);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(System.getProperty("user.name") + "[case, 7, übrig, ]größer");
            assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("beware\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void muchGoesBothWaysAtOnce() throws Exception {
        byte[] much = new byte[3 << 20];
        try (Socket _ = Socket.open(file(), (_, _, body, o, _) -> {
            body.transferTo(o);
            return 0;
        }, Socket.Limits.DEFAULT)) {
            assertThat(call(new ByteArrayInputStream(much), "echo")).isZero();

            assertThat(out.size()).isEqualTo(much.length);
        }
    }

    @Test
    void anAnswerBeforeTheBodyIsReadArrives() throws Exception {
        try (Socket _ = Socket.open(file(), (_, _, _, _, _) -> 65, Socket.Limits.DEFAULT)) {
            assertThat(call(new ByteArrayInputStream(new byte[8 << 20]), "deliver")).isEqualTo(65);
        }
    }

    @Test
    void aBodyThatIsTooLongFailsInTheCommand() throws Exception {
        try (Socket _ = Socket.open(file(), (_, _, body, o, _) -> {
            try {
                return body.readAllBytes().length;
            } catch (IOException tooLong) {
                o.write(tooLong.getMessage().getBytes(StandardCharsets.UTF_8));
                return 1;
            }
        }, new Socket.Limits(1000, Duration.ofMinutes(1), 4))) {
            assertThat(call(new ByteArrayInputStream(new byte[2000]), "x")).isEqualTo(1);

            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("more than 1000 bytes");
        }
    }

    @Test
    void aFaultIsToldWithoutItsInsides() throws Exception {
        try (Socket _ = Socket.open(file(), (_, _, _, _, _) -> {
            throw new IllegalStateException("planted");
        }, Socket.Limits.DEFAULT)) {
            assertThat(call(InputStream.nullInputStream(), "x")).isEqualTo(Exit.FAULT);

            assertThat(err.toString(StandardCharsets.UTF_8)).contains("log").doesNotContain("planted");
        }
    }

    @Test
    void aBrokenBodyIsNotTakenForAWholeOne() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        try (Socket _ = Socket.open(file(), (_, _, body, _, _) -> {
            try {
                body.readAllBytes();
            } catch (IOException broken) {
                failed.countDown();
            }
            return 0;
        }, Socket.Limits.DEFAULT)) {
            try (SocketChannel call = SocketChannel.open(UnixDomainSocketAddress.of(file()))) {
                DataOutputStream to = new DataOutputStream(Channels.newOutputStream(call));
                Frames.words(to, List.of("deliver"));
                to.writeInt(500);
                to.write(new byte[100]);
            }

            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nonsenseIsHungUpOn() throws Exception {
        try (Socket _ = Socket.open(file(), (_, _, _, _, _) -> 0, Socket.Limits.DEFAULT); SocketChannel call = SocketChannel.open(UnixDomainSocketAddress.of(file()))) {
            DataOutputStream to = new DataOutputStream(Channels.newOutputStream(call));
            to.writeInt(Frames.MARK);
            to.writeInt(Integer.MAX_VALUE);
            DataInputStream from = new DataInputStream(Channels.newInputStream(call));

            assertThat(from.read()).isEqualTo(-1);
        }
    }

    @Test
    void aCommandThatTakesTooLongIsHungUpOn() throws Exception {
        try (Socket _ = Socket.open(file(), (_, _, body, _, _) -> body.read(), new Socket.Limits(100, Duration.ofMillis(50), 4)); SocketChannel call = SocketChannel.open(UnixDomainSocketAddress.of(file()))) {
            Frames.words(new DataOutputStream(Channels.newOutputStream(call)), List.of("x"));

            assertThat(Channels.newInputStream(call).read()).isEqualTo(-1);
        }
    }

    @Test
    void aFileThatADeadDaemonLeftBehindIsReplaced() throws Exception {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(file()));
        }
        assertThat(file()).exists();

        try (Socket _ = Socket.open(file(), (_, _, _, _, _) -> 0, Socket.Limits.DEFAULT)) {
            assertThat(call(InputStream.nullInputStream(), "x")).isZero();
            assertThatThrownBy(() -> Socket.open(file(), (_, _, _, _, _) -> 0, Socket.Limits.DEFAULT)).hasMessageContaining("another daemon");
        }
    }

    @Test
    void withoutADaemonTheCallSaysSo() {
        assertThatThrownBy(() -> call(InputStream.nullInputStream(), "x")).isInstanceOf(Call.NoDaemon.class).hasMessageContaining(file().toString());
    }

    @Test
    void aPathThatIsTooLongForASocketIsExplained() {
        Path far = folder.resolve("x".repeat(120));

        assertThatThrownBy(() -> Socket.open(far, (_, _, _, _, _) -> 0, Socket.Limits.DEFAULT)).isInstanceOf(IOException.class).hasMessageContaining("cannot make the socket");
    }
}
