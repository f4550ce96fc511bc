package tldops.iana;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Authority.Evidence;
import tldops.core.Tld;

/// Reads one record of IANA's WHOIS (IANA_DATA 1). Only the block of the administrative contact gives the address;
/// what stands behind the first `source: IANA` is another server's and is not read.
public final class WhoisRecord {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z-]{0,30}):(.*)");
    private static final Pattern NOTHING = Pattern.compile("(?i)this query returned 0 objects");
    private static final Pattern QUERIED = Pattern.compile("(?i)you queried for (\\S+)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
    /// More than any address has, so that one that is cut here is none and not another (RFC 5321 4.5.3.1.3).
    private static final int LONGEST_VALUE = 300;

    /// @param key in lower case; "" for a line that is no field
    private record Field(String key, String value) {}

    private WhoisRecord() {}

    /// What the raw answer in `evidence` says of the ccTLD that was asked for. Garbage, a record cut short and a
    /// record of another ccTLD are [Authority.Unreachable]: they must not count as IANA's word.
    public static Authority read(Tld asked, Evidence evidence) {
        List<List<Field>> groups = groups(evidence.raw());
        List<String> domains = values(groups, "domain");
        if (domains.isEmpty()) return withoutRecord(asked, evidence);
        if (!values(groups, "source").equals(List.of("IANA"))) return new Authority.Unreachable("the record is not IANA's, or not whole");
        if (domains.size() > 1) return new Authority.Unreachable("more than one record in the answer");
        if (!about(asked, domains.getFirst(), values(groups, "domain-ace"))) return new Authority.Unreachable("answered for another: " + domains.getFirst());
        List<String> managers = values(groups.stream().filter(group -> contact(group).isEmpty()).toList(), "organisation");
        if (notAssigned(groups, managers)) return new Authority.NotAssigned(evidence);
        List<List<Field>> admin = blocks(groups, "administrative");
        Optional<Address> address = address(admin);
        if (address.isEmpty()) return new Authority.Silent(evidence);
        List<String> own = values(admin, "organisation");
        String organisation = String.join(", ", own.isEmpty() ? managers : own);
        return new Authority.Known(address.get(), String.join(", ", values(admin, "name")), organisation, address(blocks(groups, "technical")), evidence);
    }

    /// The ccTLD whose record this is; empty when it is none.
    static Optional<Tld> about(String raw) {
        List<List<Field>> groups = groups(raw);
        return values(groups, "domain-ace").stream().findFirst().or(() -> values(groups, "domain").stream().findFirst()).flatMap(Tld::parse);
    }

    private static Authority withoutRecord(Tld asked, Evidence evidence) {
        if (!NOTHING.matcher(evidence.raw()).find()) return new Authority.Unreachable("the answer is no record of IANA");
        Matcher queried = QUERIED.matcher(evidence.raw());
        boolean other = queried.find() && !Tld.parse(queried.group(1).replaceAll("[\"'.,]+$|^[\"']+", "")).equals(Optional.of(asked));
        return other ? new Authority.Unreachable("answered for another: " + clean(queried.group(1))) : new Authority.NoSuchTld(evidence);
    }

    /// For an IDN the A-label decides; the U-label is read only when there is none.
    private static boolean about(Tld asked, String domain, List<String> aces) {
        List<String> names = aces.isEmpty() ? List.of(domain) : aces;
        return names.stream().allMatch(name -> Tld.parse(name).equals(Optional.of(asked)));
    }

    /// `Not assigned` as manager, or a record in which nobody stands at all (retired ccTLDs).
    private static boolean notAssigned(List<List<Field>> groups, List<String> managers) {
        boolean nobody = managers.isEmpty() && values(groups, "e-mail").isEmpty() && values(groups, "status").isEmpty();
        return nobody || managers.stream().anyMatch("Not assigned"::equalsIgnoreCase);
    }

    /// One whole block with one person and one address, or none: anything else would be a guess.
    private static Optional<Address> address(List<List<Field>> blocks) {
        List<String> mails = values(blocks, "e-mail");
        boolean clear = blocks.size() == 1 && mails.size() == 1 && values(blocks, "name").size() <= 1 && values(blocks, "").isEmpty();
        return clear ? Address.parse(mails.getFirst()) : Optional.empty();
    }

    private static List<List<Field>> blocks(List<List<Field>> groups, String role) {
        return groups.stream().filter(group -> contact(group).filter(role::equalsIgnoreCase).isPresent()).toList();
    }

    private static Optional<String> contact(List<Field> group) {
        return group.getFirst().key().equals("contact") ? Optional.of(group.getFirst().value()) : Optional.empty();
    }

    /// Every value of a key that is not blank, in order.
    private static List<String> values(List<List<Field>> groups, String key) {
        return groups.stream().flatMap(List::stream).filter(field -> field.key().equals(key) && !field.value().isEmpty()).map(Field::value).toList();
    }

    /// The fields in their groups: a blank line ends one, `contact:` begins one, the first `source:` is the last read.
    private static List<List<Field>> groups(String raw) {
        List<List<Field>> groups = new ArrayList<>();
        List<Field> group = new ArrayList<>();
        for (String line : raw.split("\n", -1)) {
            Matcher matcher = FIELD.matcher(line.stripTrailing());
            boolean field = matcher.matches();
            String key = field ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
            if ((line.isBlank() || key.equals("contact")) && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
            }
            if (field) group.add(new Field(key, clean(matcher.group(2))));
            else if (!line.isBlank() && !line.startsWith("%")) group.add(new Field("", clean(line)));
            if (key.equals("source")) break;
        }
        if (!group.isEmpty()) groups.add(group);
        return groups;
    }

    static String clean(String value) {
        String seen = UNSEEN.matcher(value).replaceAll(" ").strip();
        return seen.length() > LONGEST_VALUE ? seen.substring(0, LONGEST_VALUE) : seen;
    }
}
