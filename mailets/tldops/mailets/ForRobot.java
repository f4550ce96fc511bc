package tldops.mailets;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;

/// Matches the recipients that are the robot's own, so that James hands just these to it (L03,
/// X04): `<mailet match="ForRobot=tld-ops@lists.example, alias.example" ...>`, the list's address
/// first, then any other domains.
public final class ForRobot extends GenericRecipientMatcher {
    private static final Set<String> ROLES =
            Set.of(
                    "",
                    "-request",
                    "-owner",
                    "-bounces",
                    "-confirm",
                    "-join",
                    "-leave",
                    "-subscribe",
                    "-unsubscribe");

    private String name = "";
    private List<String> domains = List.of();

    @Override
    public void init() throws MessagingException {
        String condition = getCondition() == null ? "" : getCondition();
        List<String> words =
                Arrays.stream(condition.split("[,\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .map(ForRobot::folded)
                        .toList();
        int at = words.isEmpty() ? -1 : words.getFirst().indexOf('@');
        if (at < 1 || words.stream().skip(1).anyMatch(word -> word.contains("@"))) {
            throw new MessagingException(
                    "ForRobot wants the list's address and then other domains, as in "
                            + "ForRobot=tld-ops@lists.example, alias.example; it got: "
                            + condition);
        }
        name = words.getFirst().substring(0, at);
        String domain = words.getFirst().substring(at + 1);
        domains = Stream.concat(Stream.of(domain), words.stream().skip(1)).toList();
    }

    /// Whatever the case, whatever stands behind a `+`.
    @Override
    public boolean matchRecipient(MailAddress recipient) {
        String local = folded(recipient.getLocalPart());
        int plus = local.indexOf('+');
        String bare = plus < 0 ? local : local.substring(0, plus);
        return bare.startsWith(name)
                && ROLES.contains(bare.substring(name.length()))
                && domains.contains(folded(recipient.getDomain().asString()));
    }

    @Override
    public String getMatcherInfo() {
        return "ForRobot: recipients that are the TLD-OPS robot's own addresses";
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
