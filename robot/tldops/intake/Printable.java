package tldops.intake;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// A command of the library, asked only with what it can read: it repeats a line that it does not understand with whatever
/// stands in it, and ends the session over a size that is no `int` (RFC 5321 4.1.2, 4.2; RFC 1870 3: up to 20 digits).
record Printable(Command command) implements Command {
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern ENDLESS = Pattern.compile("(?i).* size=\\s*0*[1-9][0-9]{9,}\\s*");

    static void all(CommandHandler commands) {
        for (String verb : List.copyOf(commands.getVerbs())) commands.addCommand(new Printable(commands.getCommand(verb)));
    }

    @Override
    public void execute(String line, Session session) throws IOException, DropConnectionException {
        if (!TEXT.matcher(line).matches()) session.sendResponse("500 5.5.2 It holds what is not printable ASCII");
        else if (command.getName().equals("MAIL") && ENDLESS.matcher(line).matches()) session.sendResponse("552 5.3.4 Larger than any mail here may be");
        else command.execute(line, session);
    }

    @Override
    public String getName() {
        return command.getName();
    }

    @Override
    public HelpMessage getHelp() throws org.subethamail.smtp.internal.server.CommandException {
        return command.getHelp();
    }
}
