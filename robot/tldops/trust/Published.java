package tldops.trust;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Authentication.Policy;
import tldops.mail.Header;

/// What the domain of From publishes for DMARC (RFC 9989), as our border tells it in its Authentication-Results: as a property
/// (RFC 8601 2.3, `policy.dmarc=reject`) or, as most write it, in a comment (`(p=REJECT dis=NONE)`). It proves nothing; by it
/// we only choose how a post is passed on (L46).
final class Published {
    private static final Pattern POLICY = Pattern.compile("(?i)\\b(?:p|sp|policy|policy\\.[a-z-]+)\\s*=\\s*(none|quarantine|reject)\\b");
    private static final Set<String> EVALUATED = Set.of("pass", "fail");

    private Published() {}

    /// The strictest that is named.
    ///
    /// @param own the fields above the border's line: of them the one in our name counts
    static Policy in(ResultsField field, List<Header> own) {
        if (field.of("dmarc").stream().noneMatch(dmarc -> EVALUATED.contains(dmarc.result()))) return Policy.NONE;
        String text = own.stream().map(Header::value).filter(value -> ResultsField.read(value).equals(field)).findFirst().orElse("");
        boolean named = false;
        for (Matcher policy = POLICY.matcher(text); policy.find(); named = true) if (!policy.group(1).equalsIgnoreCase("none")) return Policy.STRICT;
        return named ? Policy.NONE : Policy.SOME;
    }
}
