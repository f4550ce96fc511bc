package tldops.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import tldops.core.Address;
import tldops.fuzz.Sound;

/// What a client says in one go at a real door before it hangs up, what it hears, and what of it was taken.
final class Dialogue {
    private static final int PATIENCE = 20_000;
    private static final Pattern REPLY = Pattern.compile("[2345][0-9][0-9][ -][\\x20-\\x7e]*|[2345][0-9][0-9]");

    private Dialogue() {}

    /// Every line it hears up to the end; that there is an end is what is looked at first.
    static List<String> held(int port, byte[] said) throws IOException {
        ListAppender<ILoggingEvent> faults = faults();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(faults);
        try {
            List<String> heard = heard(port, said);
            assertEquals(List.of(), List.copyOf(faults.list), "a session ended by a fault");
            return heard;
        } finally {
            root.detachAppender(faults);
        }
    }

    /// Catches what is logged as an error.
    private static ListAppender<ILoggingEvent> faults() {
        ThresholdFilter errors = new ThresholdFilter();
        errors.setLevel("ERROR");
        errors.start();
        ListAppender<ILoggingEvent> faults = new ListAppender<>();
        faults.addFilter(errors);
        faults.start();
        return faults;
    }

    private static List<String> heard(int port, byte[] said) throws IOException {
        List<String> heard = new ArrayList<>();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(PATIENCE);
            // many short connections one after the other: none is kept in the kernel behind its end
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(said);
            socket.shutdownOutput();
            for (String line = in.readLine(); line != null; line = in.readLine()) heard.add(line);
        } catch (SocketTimeoutException hanging) {
            throw new AssertionError("the session hangs behind " + heard, hanging);
        } catch (SocketException hungUp) {
            heard.add("221 reset");
        }
        heard.forEach(line -> assertTrue(REPLY.matcher(line).matches(), () -> "no reply: " + line));
        return heard;
    }

    /// The next one is served as if nothing had been.
    static void open(int port, String hello) throws IOException {
        List<String> heard = held(port, (hello + " mx.example\r\nMAIL FROM:<ada@registry.example>\r\nRCPT TO:<tld-ops@lists.example.test>\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of("220", "250", "250", "250", "221"), heard.stream().filter(line -> line.length() < 4 || line.charAt(3) == ' ').map(line -> line.substring(0, 3)).toList(), "the next one hears " + heard);
    }

    /// MAIL_RULES 1, 23, 28: for us, whole, with nothing smuggled in, with no verdict that would be believed.
    static void whole(List<OpenDoor.Taken> taken, byte[] said) {
        String text = new String(said, StandardCharsets.ISO_8859_1);
        assertTrue(taken.size() <= ("\r\n" + text).split("\r\n\\.\r\n", -1).length - 1, "more mails than ends of data");
        for (OpenDoor.Taken mail : taken) {
            byte[] bytes = mail.text().getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(Optional.empty(), Raw.fault(bytes));
            assertTrue(Head.count(bytes, "From") <= 1, "more than one From");
            assertEquals(0, Head.count(bytes, "Authentication-Results"), "the verdict of a stranger");
            assertTrue(mail.text().startsWith("Received: from "), "without our trace line");
            assertTrue(!mail.envelope().recipients().isEmpty(), "for nobody");
            for (Address address : mail.envelope().recipients()) assertTrue(OpenDoor.LIST.owns(address), () -> "taken for " + address);
            mail.envelope().returnPath().ifPresent(Sound::address);
            Sound.line(mail.envelope().helo());
            assertTrue(!mail.envelope().trusted(), "a stranger is trusted");
            String body = mail.text().substring(mail.text().indexOf("GMT\r\n") + 5);
            String unstuffed = ("\r\n" + text).replace("\r\n.", "\r\n").toLowerCase(Locale.ROOT);
            assertTrue(unstuffed.contains(body.replace("X-Foreign-", "").toLowerCase(Locale.ROOT)) || body.contains("X-Foreign-"), () -> "not what was said between two ends of data: " + body + " of " + text);
        }
    }
}
