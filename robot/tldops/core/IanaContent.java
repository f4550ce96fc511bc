package tldops.core;

import java.util.List;

/// What the Secretariat hears of IANA's own records.
public sealed interface IanaContent extends Content {
    /// RDAP and WHOIS do not name the same admin contact (MAIL_RULES 11). What both say is public at IANA.
    record IanaDiffers(List<Dispute> disputes) implements IanaContent {}

    /// @param rdap what it says, in words
    record Dispute(Tld tld, String rdap, String whois) {}
}
