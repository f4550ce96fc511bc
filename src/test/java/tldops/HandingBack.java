package tldops;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that takes every letter and brings some back to the robot's own door, as its alias map says.
final class HandingBack implements AutoCloseable {
    private final SMTPServer server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Function<String, Optional<String>> aliases;
    private final IntSupplier door;

    /// @param port 0 = any free one
    /// @param aliases under which address mail to an address reaches the robot; empty = it does not
    HandingBack(int port, Function<String, Optional<String>> aliases, IntSupplier door) {
        this.aliases = aliases;
        this.door = door;
        server = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).messageHandlerFactory(_ -> new Letter()).build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /// `recipient: subject`, in the order in which they came.
    List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Letter implements MessageHandler {
        private final List<String> to = new ArrayList<>();
        private String from = "";

        @Override
        public void from(String path) {
            from = path;
        }

        @Override
        public void recipient(String path) {
            to.add(path);
        }

        @Override
        public String data(InputStream in) throws IOException, RejectException {
            byte[] raw = in.readAllBytes();
            for (String one : to) {
                taken.add(one + ": " + new String(raw, StandardCharsets.ISO_8859_1).lines().filter(line -> line.startsWith("Subject:")).findFirst().orElse(""));
                Optional<String> under = aliases.apply(one);
                if (under.isPresent()) back(under.get(), raw);
            }
            return "taken";
        }

        private void back(String recipient, byte[] raw) throws RejectException {
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.from", from);
            properties.setProperty("mail.smtp.localhost", "mx.registry.example");
            Session session = Session.getInstance(properties);
            try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
                transport.connect("127.0.0.1", door.getAsInt(), null, null);
                transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(raw)), new Address[] {new InternetAddress(recipient)});
            } catch (MessagingException refused) {
                throw new RejectException(550, "the robot did not take it: " + refused.getMessage());
            }
        }

        @Override
        public void done() {}
    }
}
