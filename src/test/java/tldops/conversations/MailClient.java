package tldops.conversations;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tldops.core.Address;
import tldops.intake.PipeDoor;

/// Brings a mail of a story to one of the robot's doors, byte by byte: by SMTP as our border server, logged in, or as a
/// stranger.
final class MailClient {
    private MailClient() {}

    /// @throws IOException when the door says anything but yes
    static void send(int port, Act.Mailed mail) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(mail.client()), 0);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(20_000);
            yes(in, "greeting");
            say(socket, in, "EHLO " + mail.helo());
            if (mail.trusted()) {
                String login = "\0" + StoryConfig.USER + "\0" + StoryConfig.PASSWORD;
                say(socket, in, "AUTH PLAIN " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
            }
            say(socket, in, "MAIL FROM:<" + mail.returnPath().map(Address::toString).orElse("") + "> BODY=8BITMIME");
            for (Address to : mail.recipients()) say(socket, in, "RCPT TO:<" + to + ">");
            data(socket, in, mail.raw());
            say(socket, in, "QUIT");
        }
    }

    /// By LMTP (RFC 2033), as a stranger.
    ///
    /// @throws IOException when the door says anything but yes to any recipient
    static void sendLmtp(int port, Act.Mailed mail) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(20_000);
            yes(in, "greeting");
            say(socket, in, "LHLO mail.example");
            say(socket, in, "MAIL FROM:<" + mail.returnPath().map(Address::toString).orElse("") + "> BODY=8BITMIME");
            for (Address to : mail.recipients()) say(socket, in, "RCPT TO:<" + to + ">");
            data(socket, in, mail.raw());
            for (Address to : mail.recipients().subList(1, mail.recipients().size())) yes(in, to.toString());
            say(socket, in, "QUIT");
        }
    }

    /// By the pipe, as some user of the machine, with lines as they lie in files.
    ///
    /// @throws IOException when it is not taken
    static void pipe(PipeDoor door, Act.Mailed mail) throws IOException {
        List<String> words = new ArrayList<>(List.of(PipeDoor.SENDER + mail.returnPath().map(Address::toString).orElse("")));
        mail.recipients().forEach(to -> words.add(PipeDoor.RECIPIENT + to));
        byte[] lines = new String(mail.raw(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = door.deliver("somebody", words, new ByteArrayInputStream(lines), said);
        if (code != 0) throw new IOException("the pipe says " + code + ": " + said.toString(StandardCharsets.UTF_8));
    }

    private static void data(Socket socket, BufferedReader in, byte[] mail) throws IOException {
        say(socket, in, "DATA");
        String raw = new String(mail, StandardCharsets.ISO_8859_1);
        String end = raw.endsWith("\r\n") ? "." : "\r\n.";
        say(socket, in, raw.replaceAll("(?m)^\\.", "..") + end);
    }

    private static void say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        yes(in, line.lines().findFirst().orElse(""));
    }

    private static void yes(BufferedReader in, String to) throws IOException {
        for (String line = in.readLine(); ; line = in.readLine()) {
            if (line == null) throw new IOException("the door closed at: " + to);
            if (line.charAt(0) > '3') throw new IOException("the door says " + line + " to: " + to);
            if (line.length() < 4 || line.charAt(3) == ' ') return;
        }
    }
}
