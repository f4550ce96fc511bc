package tldops.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import tldops.core.Rules;

/// The fields by which mail programs know a mail of the list and how to deal with it (RFC 2369, RFC 2919, MAIL_RULES 27).
final class ListHeaders {
    private ListHeaders() {}

    static Map<String, String> of(Rules.MailingList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("List-Id", "<" + list.name() + "." + list.domain() + ">");
        fields.put("List-Post", "<mailto:" + list.post() + ">");
        fields.put("List-Help", "<mailto:" + list.request() + "?subject=help>");
        fields.put("List-Owner", "<mailto:" + list.owner() + ">");
        fields.put("List-Subscribe", "<mailto:" + list.request() + "?subject=help>");
        fields.put("List-Unsubscribe", "<mailto:" + list.request() + "?subject=unsubscribe>");
        return fields;
    }
}
