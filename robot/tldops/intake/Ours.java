package tldops.intake;

import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Rules.MailingList;

/// Which addresses of an envelope are the robot's: any own address under any own domain, with any `+tag`; mail for
/// postmaster and abuse goes to the owner (RFC 5321 4.5.1, RFC 2142).
final class Ours {
    private static final Set<String> OFFICES = Set.of("postmaster", "abuse");

    private Ours() {}

    /// The recipient as the robot keeps it; empty when it is not the robot's.
    static Optional<Address> recipient(MailingList list, String text) {
        if (text.strip().equalsIgnoreCase("postmaster")) return Optional.of(list.owner());
        return path(text).flatMap(address -> recipient(list, address));
    }

    private static Optional<Address> recipient(MailingList list, Address address) {
        if (list.takes(address)) return Optional.of(address);
        String key = address.key();
        boolean here = address.domain().equals(list.domain()) || list.aliases().contains(address.domain());
        return here && OFFICES.contains(key.substring(0, key.indexOf('@'))) ? Optional.of(list.owner()) : Optional.empty();
    }

    /// The address of an SMTP path; a source route before it is ignored (RFC 5321 4.1.1.3).
    static Optional<Address> path(String text) {
        String bare = text.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) bare = bare.substring(1, bare.length() - 1);
        if (bare.startsWith("@")) bare = bare.substring(bare.indexOf(':') + 1);
        return Address.parse(bare);
    }
}
