package tldops.iana;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Authority.Evidence;
import tldops.core.Tld;

/// What follows when RDAP and WHOIS have been asked about one ccTLD (MAIL_RULES 8, 11, 34).
///
/// | RDAP | WHOIS | what counts |
/// |---|---|---|
/// | one address | the same | it |
/// | one address | no answer | it, and the journal says that nothing was compared |
/// | several addresses | one of them | that one |
/// | no e-mail | one address | that one (RDAP is silent, not different) |
/// | none that can be used, or none | none that can be used | nobody: the Secretariat is asked |
/// | not there, or nobody | not assigned | not assigned |
/// | not there | not there | no such ccTLD |
/// | anything but one address | no answer | nothing: asked again |
/// | any other two | | neither: asked again, the Secretariat is told |
public final class Agreement {
    /// Evidence of RDAP is known by where it comes from.
    static final String HTTPS = "https:";

    private Agreement() {}

    /// @param evidence RDAP's raw answer
    /// @param whois [Authority.Unreachable] when it did not answer
    static Authority of(RdapRecord rdap, Evidence evidence, Authority whois) {
        Evidence both = whois.first().map(evidence::with).orElse(evidence);
        return switch (whois) {
            case Authority.Unreachable(var reason) -> alone(rdap, evidence, reason);
            case Authority.Known known -> named(rdap, both, known);
            case Authority.Silent _ -> nobody(rdap) || usable(rdap.admin().mails()).size() == 1 ? disputed(rdap, whois, both) : new Authority.Silent(both);
            case Authority.NotAssigned _ -> nobody(rdap) || rdap.admin().mails().isEmpty() ? new Authority.NotAssigned(both) : disputed(rdap, whois, both);
            case Authority.NoSuchTld _ -> !rdap.there() ? new Authority.NoSuchTld(both) : rdap.notAssigned() ? new Authority.NotAssigned(both) : disputed(rdap, whois, both);
            case Authority.Disputed _ -> whois;
        };
    }

    /// The ccTLD that a stored answer is about.
    static Optional<Tld> about(Evidence evidence) {
        return evidence.source().startsWith(HTTPS) ? Tld.parse(evidence.source().substring(evidence.source().lastIndexOf('/') + 1)) : WhoisRecord.about(evidence.raw());
    }

    /// What one raw answer says, in words; an answer that is nobody's word says so.
    public static String says(Tld tld, Evidence evidence) {
        if (!evidence.source().startsWith(HTTPS)) return words(WhoisRecord.read(tld, evidence));
        try {
            RdapRecord record = RdapRecord.read(tld, evidence.raw());
            return words(record) + record.changed().map(when -> "; changed " + when).orElse("");
        } catch (IOException unreadable) {
            return "says nothing: " + unreadable.getMessage();
        }
    }

    private static boolean nobody(RdapRecord rdap) {
        return !rdap.there() || rdap.notAssigned();
    }

    /// The server is known by TLS, so one plain address counts; that there is nobody does not, on one word alone.
    private static Authority alone(RdapRecord rdap, Evidence evidence, String reason) {
        List<Address> mails = usable(rdap.admin().mails());
        if (nobody(rdap) || rdap.admin().mails().size() != 1 || mails.size() != 1) return new Authority.Unreachable("RDAP " + words(rdap) + ", and nothing to compare with: " + reason);
        return known(rdap, mails.getFirst(), one(rdap.technical().mails()), evidence.remarked("RDAP alone, without cross-check (MAIL_RULES 11): " + reason));
    }

    private static Authority named(RdapRecord rdap, Evidence both, Authority.Known whois) {
        List<String> mails = rdap.admin().mails();
        Optional<Address> same = usable(mails).stream().filter(whois.admin()::equals).findFirst();
        if (nobody(rdap) || (!mails.isEmpty() && same.isEmpty())) return disputed(rdap, whois, both);
        Optional<Address> technical = rdap.technical().mails().isEmpty() ? whois.technical() : usable(rdap.technical().mails()).stream().filter(address -> whois.technical().filter(address::equals).isPresent()).findFirst();
        if (mails.isEmpty()) return new Authority.Known(whois.admin(), whois.name(), whois.organisation(), technical, both.remarked("RDAP names no e-mail address for the contact; WHOIS decides (MAIL_RULES 34)"));
        return known(rdap, same.orElseThrow(), technical, mails.size() == 1 ? both : both.remarked("RDAP names several addresses; WHOIS names one of them (MAIL_RULES 11)"));
    }

    private static Authority known(RdapRecord rdap, Address admin, Optional<Address> technical, Evidence evidence) {
        return new Authority.Known(admin, rdap.admin().name(), rdap.organisation(), technical, evidence);
    }

    private static Authority disputed(RdapRecord rdap, Authority whois, Evidence both) {
        return new Authority.Disputed(words(rdap), words(whois), both);
    }

    private static Optional<Address> one(List<String> mails) {
        return mails.size() == 1 ? Address.parse(mails.getFirst()) : Optional.empty();
    }

    private static List<Address> usable(List<String> mails) {
        return mails.stream().flatMap(mail -> Address.parse(mail).stream()).distinct().toList();
    }

    static String words(RdapRecord rdap) {
        if (!rdap.there()) return "knows no such ccTLD";
        if (rdap.notAssigned()) return "lists it as not assigned";
        List<Address> usable = usable(rdap.admin().mails());
        if (rdap.admin().mails().isEmpty()) return "names no e-mail address";
        return usable.isEmpty() ? "names no address that can be used" : "names " + String.join(" and ", usable.stream().map(Address::toString).toList());
    }

    static String words(Authority whois) {
        return switch (whois) {
            case Authority.Known known -> "names " + known.admin();
            case Authority.Silent _ -> "names no address that can be used";
            case Authority.NotAssigned _ -> "lists it as not assigned";
            case Authority.NoSuchTld _ -> "knows no such ccTLD";
            case Authority.Unreachable(var reason) -> "does not answer: " + reason;
            case Authority.Disputed _ -> "is in doubt";
        };
    }
}
