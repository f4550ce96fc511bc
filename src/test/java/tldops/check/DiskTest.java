package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The robot says yes to a mail only when the disk has it: between the end of DATA and the 250 the kernel is seen to
/// write the mail and to bring it to disk (P4).
@Tag("check")
class DiskTest {
    private static final String MARK = "mail-to-be-found-in-the-trace@mail.example";

    @TempDir
    Path temporary;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_acknowledgement_waits_for_the_disk() throws Exception {
        Path trace = temporary.resolve("trace");
        Ground ground = Ground.lay(temporary.resolve("robot"), List.of());
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-s", "20000", "-e", "trace=fsync,fdatasync,read,recvfrom,write,sendto,pwrite64", "-e", "signal=none", "-o", trace.toString()));
        words.addAll(Packed.not().words());
        try (Running robot = new Running(ground.file(), words); Door door = new Door(robot.port())) {
            door.bring(Mail.help(MARK, "somebody@elsewhere.example"));
        }
        Trace seen = Trace.of(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));

        int data = seen.first(0, call -> call.name().matches("read|recvfrom") && call.text().contains(MARK) && call.text().contains("\\r\\n.\\r\\n"));
        int yes = seen.first(data, call -> call.name().matches("write|sendto") && call.text().contains("\"250 2.0.0 Stored"));
        int written = seen.first(data, call -> call.name().equals("pwrite64") && call.text().contains(MARK));
        List<Integer> synced = IntStream.range(0, seen.calls().size()).filter(at -> {
            Trace.Call call = seen.calls().get(at);
            return call.name().matches("fsync|fdatasync") && call.begun() > seen.calls().get(written).begun() && call.ended() < seen.calls().get(yes).begun() && call.text().endsWith("= 0");
        }).boxed().toList();

        assertThat(written).as("the mail is written to a file before the 250").isLessThan(yes);
        assertThat(synced).as("fsync between the writing of the mail and the 250").isNotEmpty();
        System.out.println("DATA ended at line " + seen.calls().get(data).ended() + " of the trace, the mail was written at " + seen.calls().get(written).begun() + ", synced at "
                + synced.stream().map(at -> seen.calls().get(at).ended()).toList() + ", 250 at " + seen.calls().get(yes).begun());
    }
}
