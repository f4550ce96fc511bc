package tldops.conversations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tldops.core.Address;

/// Brings a mail of a story to the robot's SMTP door, byte by byte: as our border server, logged in, or as a stranger.
final class MailClient {
    private MailClient() {}

    /// @throws IOException when the door says anything but yes
    static void send(int port, Act.Mailed mail) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(20_000);
            yes(in, "greeting");
            say(socket, in, "EHLO mail.example");
            if (mail.trusted()) {
                String login = "\0" + StoryConfig.USER + "\0" + StoryConfig.PASSWORD;
                say(socket, in, "AUTH PLAIN " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
            }
            say(socket, in, "MAIL FROM:<" + mail.returnPath().map(Address::toString).orElse("") + "> BODY=8BITMIME");
            for (Address to : mail.recipients()) say(socket, in, "RCPT TO:<" + to + ">");
            say(socket, in, "DATA");
            String raw = new String(mail.raw(), StandardCharsets.ISO_8859_1);
            String end = raw.endsWith("\r\n") ? "." : "\r\n.";
            say(socket, in, raw.replaceAll("(?m)^\\.", "..") + end);
            say(socket, in, "QUIT");
        }
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
