package tldops;

import jakarta.mail.internet.MimeUtility;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail that somebody in the demo writes, and its way over SMTP to the robot: our own border server brings it, logged
/// in, with its word on the sender in Authentication-Results (MAIL_RULES 1).
///
/// @param quoted lines of the letter it answers, below its own text; "" when none
/// @param authenticated what our border server found
record DemoMail(String from, String to, String cc, String subject, String text, String quoted, boolean authenticated) {
    private static final String BORDER = "mx.lists.example";
    private static final Pattern MAILBOX = Pattern.compile("<([^>]+)>");

    /// @throws IOException when the door says anything but yes
    void send(int port, String password, Instant now) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(20_000);
            yes(in, "greeting");
            String login = "\0mx\0" + password;
            for (String line : List.of(
                    "EHLO " + BORDER,
                    "AUTH PLAIN " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
                    "MAIL FROM:<" + address(from) + "> BODY=8BITMIME",
                    "RCPT TO:<" + address(to) + ">",
                    "DATA")) say(socket, in, line);
            say(socket, in, bytes(now).replaceAll("(?m)^\\.", "..") + ".");
            say(socket, in, "QUIT");
        }
    }

    private String bytes(Instant now) throws UnsupportedEncodingException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        String domain = address(from).replaceFirst(".*@", "");
        String found = authenticated ? "dkim=pass header.d=" + domain + "; dmarc=pass header.from=" + domain : "dkim=none; dmarc=none header.from=" + domain;
        String header = "Authentication-Results: " + BORDER + "; " + found + "\nReceived: from mail.example by " + BORDER + " with ESMTP; " + date + "\nFrom: " + from + "\nTo: " + to
                + (cc.isEmpty() ? "" : "\nCc: " + cc) + "\nSubject: " + MimeUtility.encodeText(subject, "UTF-8", "B") + "\nDate: " + date + "\nMessage-ID: <" + UUID.randomUUID() + "@mail.example>"
                + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
        String whole = header + text.stripTrailing() + "\n" + (quoted.isEmpty() ? "" : "\n" + quoted.stripTrailing() + "\n");
        return whole.replace("\n", "\r\n");
    }

    private static String address(String mailbox) {
        Matcher inside = MAILBOX.matcher(mailbox);
        return inside.find() ? inside.group(1) : mailbox;
    }

    private static void say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        yes(in, line.startsWith("AUTH") ? "AUTH" : line.lines().findFirst().orElse(""));
    }

    private static void yes(BufferedReader in, String to) throws IOException {
        for (String line = in.readLine(); ; line = in.readLine()) {
            if (line == null) throw new IOException("the SMTP door closed at: " + to);
            if (line.charAt(0) > '3') throw new IOException("the SMTP door says " + line + " to: " + to);
            if (line.length() < 4 || line.charAt(3) == ' ') return;
        }
    }
}
