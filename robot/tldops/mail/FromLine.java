package tldops.mail;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tldops.core.Authentication.Policy;
import tldops.core.Rules;

/// Whether the list's address takes the place of the author's in From (L46, RFC 9989 7.4). One rule: his domain publishes a
/// DMARC policy other than none, as far as our border tells, and no signature of that domain that our border found valid
/// survives what we change. Else his mail stays his.
final class FromLine {
    private FromLine() {}

    /// @param signers the domains whose signatures were valid when the mail came in
    /// @param domain of the author's address
    /// @param before the header as it came
    /// @param after the whole header as it would leave with the author in From
    static boolean rewritten(Rules.FromLine how, Policy policy, Set<String> signers, String domain, Fields before, Fields after) {
        return switch (how) {
            case KEEP -> false;
            case REWRITE -> true;
            case AUTO -> policy != Policy.NONE && before.all("dkim-signature").stream().map(field -> tags(field.value()))
                    .noneMatch(tags -> signers.contains(tags.getOrDefault("d", "")) && aligned(tags.getOrDefault("d", ""), domain) && survives(tags.getOrDefault("h", ""), before, after));
        };
    }

    /// The tags of a signature without white space (RFC 6376 3.2).
    private static Map<String, String> tags(String value) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : value.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) tags.putIfAbsent(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s", "").toLowerCase(Locale.ROOT));
        }
        return tags;
    }

    private static boolean aligned(String signer, String domain) {
        return !signer.isEmpty() && (signer.equals(domain) || domain.endsWith("." + signer) || signer.endsWith("." + domain));
    }

    /// Whether every field that it covers is the same; a name that stands in it n times covers the last n (RFC 6376 5.4.2).
    private static boolean survives(String signed, Fields before, Fields after) {
        Map<String, Long> names = Arrays.stream(signed.split(":")).collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return names.entrySet().stream().allMatch(name -> last(before, name.getKey(), name.getValue()).equals(last(after, name.getKey(), name.getValue())));
    }

    private static List<String> last(Fields fields, String name, long count) {
        List<String> texts = fields.all(name).stream().map(Fields.Field::text).collect(Collectors.toList());
        Collections.reverse(texts);
        return texts.stream().limit(count).toList();
    }
}
