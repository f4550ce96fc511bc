package tldops.conversations;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Digest;
import tldops.core.Tld;
import tldops.iana.Enquiry;
import tldops.iana.Line;
import tldops.iana.RdapRecords;
import tldops.iana.WhoisRecord;

/// What IANA says about a ccTLD in a story: the short form of an `iana` block, its WHOIS answer (IANA_DATA 1) and what
/// the core makes of it.
///
/// Lines that begin with `rdap` or `whois` hold for that server alone; the others for both: `rdap admin: kim@registry.example`,
/// `whois unreachable`, `rdap silent` (no e-mail), `rdap busy`.
///
/// @param also a second address of the admin contact
/// @param apart what each server says, in a story in which there are two
record IanaRecord(State state, Optional<Address> admin, Optional<Address> also, Optional<Address> technical, String name, String organisation, Optional<Apart> apart) {
    record Apart(IanaRecord rdap, IanaRecord whois) {}

    enum State { THERE, SILENT, NOT_ASSIGNED, UNKNOWN, UNREACHABLE, BUSY }

    private static final String RDAP = "rdap ";
    private static final String WHOIS = "whois ";

    /// Whether a block speaks of two servers.
    static boolean two(List<String> body) {
        return body.stream().anyMatch(line -> line.startsWith(RDAP) || line.startsWith(WHOIS));
    }

    static IanaRecord of(List<String> body) {
        if (!two(body)) return one(body);
        return one(part(body, RDAP, WHOIS)).apart(new Apart(one(part(body, RDAP, WHOIS)), one(part(body, WHOIS, RDAP))));
    }

    private static List<String> part(List<String> body, String ours, String theirs) {
        return body.stream().filter(line -> !line.startsWith(theirs)).map(line -> line.startsWith(ours) ? line.substring(ours.length()) : line).toList();
    }

    private IanaRecord apart(Apart both) {
        return new IanaRecord(state, admin, also, technical, name, organisation, Optional.of(both));
    }

    private static IanaRecord one(List<String> body) {
        IanaRecord read = new IanaRecord(State.THERE, Optional.empty(), Optional.empty(), Optional.empty(), "Admin Contact", "Example Registry", Optional.empty());
        for (String line : body) {
            if (line.isBlank()) continue;
            int colon = line.indexOf(':');
            String key = (colon < 0 ? line : line.substring(0, colon)).strip();
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            read = switch (key) {
                case "admin" -> read.administered(value.split(" "));
                case "technical" -> new IanaRecord(read.state, read.admin, read.also, Optional.of(Address.of(value)), read.name, read.organisation, Optional.empty());
                case "name" -> new IanaRecord(read.state, read.admin, read.also, read.technical, value, read.organisation, Optional.empty());
                case "organisation" -> new IanaRecord(read.state, read.admin, read.also, read.technical, read.name, value, Optional.empty());
                case "silent" -> read.in(State.SILENT);
                case "not-assigned" -> read.in(State.NOT_ASSIGNED);
                case "unknown" -> read.in(State.UNKNOWN);
                case "unreachable" -> read.in(State.UNREACHABLE);
                case "busy" -> read.in(State.BUSY);
                default -> throw new IllegalArgumentException("no line of an iana block: " + line);
            };
        }
        if (read.state == State.THERE && read.admin.isEmpty()) throw new IllegalArgumentException("an iana block needs \"admin:\" or a state");
        return read;
    }

    private IanaRecord administered(String... addresses) {
        Optional<Address> second = addresses.length > 1 ? Optional.of(Address.of(addresses[1])) : Optional.empty();
        return new IanaRecord(State.THERE, Optional.of(Address.of(addresses[0])), second, technical, name, organisation, Optional.empty());
    }

    private IanaRecord in(State next) {
        return new IanaRecord(next, Optional.empty(), Optional.empty(), technical, name, organisation, Optional.empty());
    }

    IanaRecord rdap() {
        return apart.map(Apart::rdap).orElse(this);
    }

    IanaRecord whois() {
        return apart.map(Apart::whois).orElse(this);
    }

    /// The answer of RDAP; empty when nobody answers.
    Optional<String> json(Tld tld) {
        String[] mails = java.util.stream.Stream.concat(admin.stream(), also.stream()).map(Address::toString).toArray(String[]::new);
        return switch (state) {
            case UNREACHABLE, BUSY -> Optional.empty();
            case UNKNOWN -> Optional.of(RdapRecords.notThere());
            case NOT_ASSIGNED -> Optional.of(RdapRecords.notAssigned(tld));
            case THERE, SILENT -> Optional.of(RdapRecords.of(tld, mails));
        };
    }

    /// The answer of port 43; empty when nobody answers.
    Optional<String> whois(Tld tld) {
        String asked = tld.label().toUpperCase(Locale.ROOT);
        return switch (state) {
            case UNREACHABLE, BUSY -> Optional.empty();
            case UNKNOWN -> Optional.of("% IANA WHOIS server\n% This query returned 0 objects.\n% You queried for " + asked + " but this server does not have\n% any data for it.\n");
            case NOT_ASSIGNED -> Optional.of(head(tld) + line("organisation", "Not assigned") + "\n" + line("contact", "administrative")
                    + line("organisation", "Not assigned") + "\n" + line("contact", "technical") + line("organisation", "Not assigned") + "\n" + line("source", "IANA"));
            case THERE, SILENT -> Optional.of(head(tld) + line("organisation", organisation) + line("address", "1 Example Street") + line("address", "Exampleland") + "\n"
                    + line("contact", "administrative") + contact(admin, also)
                    + line("contact", "technical") + contact(technical, Optional.empty())
                    + line("nserver", "NS1.NIC.EXAMPLE 192.0.2.53") + "\n"
                    + line("status", "ACTIVE") + "\n" + line("created", "1990-07-30") + line("changed", "2025-04-03") + line("source", "IANA"));
        };
    }

    private static String head(Tld tld) {
        String name = tld.display().substring(1).toUpperCase(Locale.ROOT);
        String ace = tld.label().startsWith("xn--") ? line("domain-ace", tld.label().toUpperCase(Locale.ROOT)) : "";
        return "% IANA WHOIS server\n% for more information on IANA, visit http://www.iana.org\n% This query returned 1 object\n\n" + line("domain", name) + ace + "\n";
    }

    private String contact(Optional<Address> address, Optional<Address> second) {
        return line("name", name) + line("organisation", organisation) + line("address", "Exampleland") + line("phone", "+31 20 0000000")
                + address.map(a -> line("e-mail", a.toString())).orElse("") + second.map(a -> line("e-mail", a.toString())).orElse("") + "\n";
    }

    private static String line(String key, String value) {
        return String.format(Locale.ROOT, "%-14s%s%n", key + ":", value).replace("\r\n", "\n");
    }

    Authority authority(Tld tld, Instant at) {
        if (apart.isPresent()) return compared(tld, at);
        return whois(tld)
                .map(raw -> WhoisRecord.read(tld, new Authority.Evidence("folder", at, Digest.hex(raw), raw)))
                .orElseGet(() -> new Authority.Unreachable("nobody answers"));
    }

    /// As the robot compares what two servers answer.
    private Authority compared(Tld tld, Instant at) {
        try {
            return new Enquiry.Two(Line.local("RDAP", _ -> answer(rdap().json(tld))), Line.local("WHOIS", _ -> answer(whois().whois(tld)))).about(tld, at, false);
        } catch (IOException silent) {
            return new Authority.Unreachable(silent.getMessage());
        }
    }

    private static String answer(Optional<String> text) throws IOException {
        return text.orElseThrow(() -> new IOException("closes without an answer"));
    }
}
