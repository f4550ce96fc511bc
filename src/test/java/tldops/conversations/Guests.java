package tldops.conversations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Language;

/// Orders about guests as a story writes them: `guest add olga@group.example "Olga Observer" observer roster until 2027-06-30`,
/// `guest remove olga@group.example`.
final class Guests {
    private static final Pattern ADD = Pattern.compile("guest add (\\S+) \"([^\"]+)\" (observer|poster)( roster)?(?: until (\\S+))?(?: (en|fr))?");

    private Guests() {}

    static Event.Order order(String text) {
        if (text.startsWith("guest remove ")) return new Event.Order.RemoveGuest(Address.of(text.substring("guest remove ".length())));
        Matcher add = ADD.matcher(text);
        if (!add.matches()) throw new IllegalArgumentException("no order: " + text);
        return new Event.Order.AddGuest(Address.of(add.group(1)), add.group(2), Guest.Role.valueOf(add.group(3).toUpperCase(java.util.Locale.ROOT)), add.group(4) != null,
                Optional.ofNullable(add.group(5)).map(LocalDate::parse), "fr".equals(add.group(6)) ? Language.FR : Language.EN);
    }
}
