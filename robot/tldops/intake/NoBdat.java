package tldops.intake;

import java.io.IOException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// Refuses BDAT (RFC 3030): the library takes a connection that breaks inside a chunk for the end of the mail, and
/// half a mail must not be stored (P4). It is not offered, so no honest client uses it.
record NoBdat() implements Command {
    @Override
    public void execute(String line, Session session) throws IOException {
        session.sendResponse("502 5.5.1 BDAT is not offered");
        // the chunk is already on the line and must not be read as commands
        session.closeSocket();
    }

    @Override
    public String getName() {
        return "BDAT";
    }

    @Override
    public HelpMessage getHelp() {
        return new HelpMessage("BDAT", "Not offered.");
    }
}
