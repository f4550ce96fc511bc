package tldops.mail;

import java.util.List;
import java.util.Locale;
import tldops.core.Rules;

/// The header fields that tell a mailer which list it is (RFC 2369, RFC 2919; MAIL_RULES 27). They hold no secret: what all
/// get, anybody may have (MAIL_RULES 16).
final class ListFields {
    private ListFields() {}

    static List<Fields.Field> of(Rules.MailingList own) {
        String request = "mailto:" + own.request() + "?subject=";
        return List.of(
                Fields.Field.of("List-Id", own.name().toUpperCase(Locale.ROOT) + " <" + own.name() + "." + own.domain() + ">"),
                Fields.Field.of("List-Post", "<mailto:" + own.post() + ">"),
                Fields.Field.of("List-Help", "<" + request + "help>"),
                Fields.Field.of("List-Owner", "<mailto:" + own.owner() + ">"),
                Fields.Field.of("List-Subscribe", "<" + request + "help>"),
                Fields.Field.of("List-Unsubscribe", "<" + request + "unsubscribe>"));
    }
}
