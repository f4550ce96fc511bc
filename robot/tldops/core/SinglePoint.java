package tldops.core;

import java.util.List;
import java.util.stream.Collectors;

/// Whether mail to all contacts of a ccTLD hangs on one thing (N20): on the very zone that they would have to rescue, or, by
/// a change, on one domain where there were several. It is advice in the letter that tells of the change, and never refuses.
final class SinglePoint {
    private SinglePoint() {}

    /// @param before who stood there before the change
    static Content.Risk of(Tld tld, List<Person> before, List<Person> after) {
        if (inside(tld, after)) return Content.Risk.OWN_ZONE;
        return after.size() > 1 && houses(after) == 1 && houses(before) > 1 ? Content.Risk.ONE_DOMAIN : Content.Risk.NONE;
    }

    /// All their addresses lie under the ccTLD itself.
    static boolean inside(Tld tld, List<Person> people) {
        return !people.isEmpty() && people.stream().flatMap(person -> person.addresses().stream()).allMatch(address -> address.domain().endsWith("." + tld.label()));
    }

    private static long houses(List<Person> people) {
        return people.stream().flatMap(person -> person.addresses().stream()).map(address -> Resemblance.house(address.domain())).collect(Collectors.toSet()).size();
    }
}
