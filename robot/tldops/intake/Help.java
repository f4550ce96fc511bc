package tldops.intake;

import java.io.IOException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// HELP (RFC 5321 4.1.1.8) in one line. The library's has lines without a reply code, which are no SMTP (4.2).
record Help() implements Command {
    @Override
    public void execute(String line, Session session) throws IOException {
        session.sendResponse("214 2.0.0 A mail that says help is answered with what can be done here");
    }

    @Override
    public String getName() {
        return "HELP";
    }

    @Override
    public HelpMessage getHelp() {
        return new HelpMessage("HELP", "Tells where help is.");
    }
}
