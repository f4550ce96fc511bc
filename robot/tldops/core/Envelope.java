package tldops.core;

import java.util.List;
import java.util.Optional;

/// How a mail came in: what the door knows of it, apart from its bytes.
///
/// @param door `smtp`, `pipe`, ...: the name used in the configuration
/// @param trusted the door vouches for the client, so its Authentication-Results may count (MAIL_RULES 1)
/// @param returnPath empty for the null reverse-path `<>` (RFC 5321 4.5.5)
/// @param recipients the robot's own addresses it was sent to, with their `+tag`
/// @param client address or name of the peer, for the log; at the SMTP door its IP address, by which SPF judges it
/// @param helo the name that an SMTP client gave itself (RFC 7208 2.3); "" where there is none
public record Envelope(String door, boolean trusted, Optional<Address> returnPath, List<Address> recipients, String client, String helo) {
    public Envelope(String door, boolean trusted, Optional<Address> returnPath, List<Address> recipients, String client) {
        this(door, trusted, returnPath, recipients, client, "");
    }
}
