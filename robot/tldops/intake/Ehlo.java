package tldops.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// Our greeting (RFC 5321 4.1.1.1). It takes the place of the library's, which promises what we do not do (SMTPUTF8,
/// CHUNKING) and offers a login to everybody.
record Ehlo(SmtpDoor.Settings settings) implements Command {
    @Override
    public void execute(String line, Session session) throws IOException {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 2) {
            session.sendResponse("501 5.5.4 Syntax: EHLO hostname");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        List<String> offers = new ArrayList<>(List.of(settings.host(), "8BITMIME", "SIZE " + settings.most()));
        if (settings.tls().isPresent() && !session.isTLSStarted()) offers.add("STARTTLS");
        if (settings.mayLogIn(session)) offers.add("AUTH PLAIN LOGIN");
        session.sendResponse("250-" + String.join("\r\n250-", offers) + "\r\n250 ENHANCEDSTATUSCODES");
    }

    @Override
    public String getName() {
        return "EHLO";
    }

    @Override
    public HelpMessage getHelp() {
        return new HelpMessage("EHLO", "Introduce yourself.", "<hostname>");
    }
}
