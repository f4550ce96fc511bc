package tldops.iana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A contact as RDAP writes it: `["vcard", [[name, parameters, type, value...], ...]]` (jCard, RFC 7095). What cannot be
/// read of it is left out; only name, organisation and e-mail matter, so no shape of a telephone or an address spoils it.
final class JCard {
    private static final int MOST_PROPERTIES = 200;
    private static final String URI = "mailto:";

    private JCard() {}

    /// @throws IOException when it is beyond what anybody writes
    static RdapRecord.Contact read(JsonNode card) throws IOException {
        String name = "";
        String organisation = "";
        List<String> mails = new ArrayList<>();
        List<JsonNode> properties = RdapRecord.elements(card.path(1));
        if (properties.size() > MOST_PROPERTIES) throw new IOException("RDAP: more than " + MOST_PROPERTIES + " lines about one contact");
        for (JsonNode property : properties) {
            if (!property.isArray() || property.size() < 4) continue;
            List<String> values = values(property);
            switch (property.path(0).asText().toLowerCase(Locale.ROOT)) {
                case "fn" -> name = name.isEmpty() ? String.join(" ", values) : name;
                case "org" -> organisation = organisation.isEmpty() ? String.join(", ", values) : organisation;
                case "email" -> values.forEach(value -> mail(value, mails));
                default -> { }
            }
        }
        return new RdapRecord.Contact(name, organisation, List.copyOf(mails));
    }

    private static void mail(String value, List<String> mails) {
        String mail = value.regionMatches(true, 0, URI, 0, URI.length()) ? value.substring(URI.length()) : value;
        if (mails.stream().noneMatch(mail::equalsIgnoreCase)) mails.add(mail);
    }

    /// A property can have several values, and each can have components.
    private static List<String> values(JsonNode property) {
        List<String> values = new ArrayList<>();
        for (int i = 3; i < property.size(); i++)
            for (JsonNode value : RdapRecord.elements(property.get(i))) {
                String text = WhoisRecord.clean(value.asText());
                if (!text.isEmpty()) values.add(text);
            }
        return values;
    }
}
