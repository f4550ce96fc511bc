package tldops.iana;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Tld;

/// Made-up RDAP answers in the layout of RFC 9083 and RFC 7095 (IANA_DATA 2).
public final class RdapRecords {
    private RdapRecords() {}

    /// A whole record with these e-mail addresses of the admin contact.
    public static String of(Tld tld, String... mails) {
        return whole(tld, entity("[\"administrative\"]", "Kim Sample", "Example Office", mails), entity("[\"technical\"]", "Jo Sample", "Example Office", "tech@registry.example"), entity("[\"registrant\"]", "", "Registry of Example"));
    }

    static String whole(Tld tld, String... entities) {
        String unicode = tld.label().startsWith("xn--") ? "\"unicodeName\": \"" + tld.display().substring(1) + "\", " : "";
        return """
                {"rdapConformance": ["rdap_level_0"], "objectClassName": "domain", "handle": "%s", "ldhName": "%s", %s
                 "status": ["active"],
                 "events": [{"eventAction": "registration", "eventDate": "1990-07-30T00:00:00Z"}, {"eventAction": "last changed", "eventDate": "2025-04-03T00:00:00Z"}],
                 "links": [{"rel": "self", "href": "https://rdap.registry.example/domain/%s", "type": "application/rdap+json"}],
                 "nameservers": [{"objectClassName": "nameserver", "ldhName": "ns1.nic.example"}],
                 "entities": [%s]}
                """.formatted(tld.label().toUpperCase(Locale.ROOT), tld.label(), unicode, tld.label(), String.join(",\n", entities));
    }

    /// @param roles as it stands in the JSON
    static String entity(String roles, String name, String organisation, String... mails) {
        return card(roles, Stream.concat(Stream.of("[\"fn\", {}, \"text\", \"" + name + "\"]", "[\"org\", {\"type\": \"work\"}, \"text\", \"" + organisation + "\"]",
                "[\"adr\", {\"label\": \"1 Main Street\\nExampleland\"}, \"text\", [\"\", \"\", \"\", \"\", \"\", \"\", \"\"]]", "[\"tel\", {\"type\": \"voice\"}, \"uri\", \"tel:+1-555-0100;ext=12\"]"),
                Stream.of(mails).map(mail -> "[\"email\", {}, \"text\", \"" + mail + "\"]")).toList());
    }

    /// @param properties lines of the jCard behind its version
    static String card(String roles, List<String> properties) {
        return "{\"objectClassName\": \"entity\", \"roles\": " + roles + ", \"vcardArray\": [\"vcard\", [" + Stream.concat(Stream.of("[\"version\", {}, \"text\", \"4.0\"]"), properties.stream()).collect(Collectors.joining(", ")) + "]]}";
    }

    public static String notThere() {
        return "{\"errorCode\": 404, \"title\": \"Not Found\"}";
    }

    public static String notAssigned(Tld tld) {
        return whole(tld, entity("[\"registrant\"]", "", "Not assigned"), entity("[\"administrative\"]", "", "Not assigned"), entity("[\"technical\"]", "", "Not assigned"));
    }
}
