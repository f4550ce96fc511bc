package tldops.intake;

import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// Refuses BDAT (RFC 3030): the library takes a connection that breaks inside a chunk for the end of the mail, and
/// half a mail must not be stored (P4). It is not offered, so no honest client uses it.
record NoBdat() implements Command {
    @Override
    public void execute(String line, Session session) throws DropConnectionException {
        // the chunk may have been read already and must not be taken for commands: closing the socket alone would not hinder that
        throw new DropConnectionException(502, "5.5.1 BDAT is not offered");
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
