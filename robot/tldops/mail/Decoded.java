package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import tldops.core.Clean;

/// The value of a header field as people read it: encoded words (RFC 2047) decoded, then cleaned (MAIL_RULES 30).
final class Decoded {
    private Decoded() {}

    static String of(String value) {
        try {
            return Clean.header(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException unknown) {
            return Clean.header(value);
        }
    }
}
