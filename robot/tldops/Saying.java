package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.cli.Rows;
import tldops.core.Authority;
import tldops.core.Facts;
import tldops.core.Need;
import tldops.core.Tld;
import tldops.iana.Agreement;

/// `tldops iana`: what each of IANA's sources says of a ccTLD now, and what counts (N01, MAIL_RULES 11).
record Saying(Office office) {
    List<Rows.Iana> iana(Tld tld) {
        Instant now = office.now().get();
        Authority heard = new Facts(office.iana().lookUp(new Need(Set.of(tld), Set.of(), Duration.ZERO), now)).of(tld);
        List<Rows.Iana> rows = new ArrayList<>();
        rows.add(new Rows.Iana(tld.exact(), "what counts", counts(heard), Optional.empty(), ""));
        for (Authority.Evidence one : heard.answers()) rows.add(new Rows.Iana(tld.exact(), one.source(), one.raw().isEmpty() ? "has no such line" : Agreement.says(tld, one), Optional.of(one.at()), one.sha256()));
        return List.copyOf(rows);
    }

    private static String counts(Authority heard) {
        String remark = heard.first().map(Authority.Evidence::remark).filter(how -> !how.isEmpty()).map(how -> "; " + how).orElse("");
        return switch (heard) {
            case Authority.Known known -> known.admin() + (known.name().isEmpty() ? "" : " (" + known.name() + ", " + known.organisation() + ")") + remark;
            case Authority.Silent _ -> "nobody: no usable address for the admin contact" + remark;
            case Authority.NotAssigned _ -> "nobody: not assigned";
            case Authority.NoSuchTld _ -> "nobody: no such ccTLD";
            case Authority.Unreachable(var reason) -> "nothing: " + reason;
            case Authority.Disputed _ -> "nothing: RDAP and WHOIS do not name the same contact";
        };
    }
}
