package tldops.trust;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.trust.ResultsField.Result;

/// What our border's DMARC result is worth for the domain of From (MAIL_RULES 9): a pass counts for exactly that
/// domain and only with DKIM behind it, since SPF alone lets everybody of a shared host through.
final class Dmarc {
    private Dmarc() {}

    /// @param domain of the From address, as A-label in lower case
    static Authentication judge(ResultsField field, String domain) {
        List<Result> results = field.of("dmarc");
        if (results.isEmpty()) return Authentication.none("no dmarc result by " + field.id());
        if (results.size() > 1) return Authentication.none("several dmarc results by " + field.id());
        Result dmarc = results.getFirst();
        List<String> judged = dmarc.values("header", "from").stream().map(Dmarc::domain).toList();
        boolean ours = judged.equals(List.of(domain));
        String said = "dmarc=" + dmarc.result() + " by " + field.id();
        return switch (dmarc.result()) {
            case "pass" -> {
                if (!ours) yield Authentication.none(said + ", but not for the domain of From");
                if (spfAlone(field, domain)) yield Authentication.none(said + " rests on SPF alone");
                yield new Authentication(Sureness.AUTHENTICATED, said + " for " + domain);
            }
            case "fail" -> ours || judged.isEmpty() ? new Authentication(Sureness.FAILED, said + " for " + domain) : Authentication.none(said + ", but not for the domain of From");
            default -> Authentication.none(said);
        };
    }

    /// The field tells of SPF or DKIM, but of no DKIM pass that can have led to the DMARC pass.
    private static boolean spfAlone(ResultsField field, String domain) {
        List<Result> dkim = field.of("dkim");
        boolean told = !dkim.isEmpty() || !field.of("spf").isEmpty();
        return told && dkim.stream().noneMatch(one -> one.result().equals("pass") && aligned(one, domain));
    }

    private static boolean aligned(Result dkim, String domain) {
        List<String> signers = signers(dkim);
        return signers.isEmpty() || signers.stream().anyMatch(signer -> near(signer, domain));
    }

    /// The mail came straight from a server of that very domain: a sub-domain may be anybody's below a registry's name.
    static boolean straight(ResultsField field, String domain) {
        return field.of("spf").stream().filter(spf -> spf.result().equals("pass")).flatMap(spf -> spf.values("smtp", "mailfrom").stream()).map(Dmarc::domain).anyMatch(domain::equals);
    }

    /// Whether a valid signature of that domain can have led to the DMARC pass.
    static boolean counts(ResultsField field, String signer, String domain) {
        Set<String> valid = signers(field);
        return near(signer, domain) && (valid.isEmpty() || valid.stream().anyMatch(one -> within(one, signer)));
    }

    private static boolean near(String one, String other) {
        return !one.isEmpty() && (within(one, other) || within(other, one));
    }

    /// The domains of the valid signatures (RFC 8601 2.7.1).
    static Set<String> signers(ResultsField field) {
        return field.of("dkim").stream().filter(dkim -> dkim.result().equals("pass")).flatMap(dkim -> signers(dkim).stream()).filter(signer -> !signer.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> signers(Result dkim) {
        List<String> signers = dkim.values("header", "d");
        return (signers.isEmpty() ? dkim.values("header", "i") : signers).stream().map(Dmarc::domain).toList();
    }

    private static boolean within(String domain, String parent) {
        return domain.equals(parent) || domain.endsWith("." + parent);
    }

    /// The domain of a property that may be written as an address, in the form that addresses are compared in.
    private static String domain(String text) {
        String bare = Border.host(text.substring(text.lastIndexOf('@') + 1));
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }
}
