package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `tldops deliver`: a mail server's alias pipes a mail into it, and the running daemon stores it. Exit codes: [Exit].
public final class DeliverClient {
    private DeliverClient() {}

    /// Hands one mail to the daemon.
    ///
    /// @param sender of the envelope, when given on the command line; "" or `<>` for the null reverse-path
    /// @param recipients of the envelope, when given on the command line
    /// @param environment SENDER, RECIPIENT and ORIGINAL_RECIPIENT, as Postfix and others set them
    /// @return 0 only when the mail is on the daemon's disk
    public static int deliver(Path socket, Optional<String> sender, List<String> recipients, Map<String, String> environment, InputStream mail, OutputStream err) throws IOException {
        List<String> words = new ArrayList<>(List.of("deliver"));
        sender.or(() -> Optional.ofNullable(environment.get("SENDER"))).ifPresent(from -> words.add(PipeDoor.SENDER + from));
        List<String> to = new ArrayList<>(recipients);
        if (to.isEmpty())
            for (String name : List.of("ORIGINAL_RECIPIENT", "RECIPIENT")) Optional.ofNullable(environment.get(name)).ifPresent(to::add);
        to.forEach(recipient -> words.add(PipeDoor.RECIPIENT + recipient));
        try {
            return Call.run(socket, words, mail, OutputStream.nullOutputStream(), err);
        } catch (IOException later) {
            err.write(("tldops deliver: try again later: " + Optional.ofNullable(later.getMessage()).orElse("the daemon went away") + "\n").getBytes(StandardCharsets.UTF_8));
            return Exit.LATER;
        }
    }
}
