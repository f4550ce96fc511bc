package tldops.conversations;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/// Signs mails of stories (RFC 6376), by a key that lives as long as the tests run.
final class Sealed {
    private static final KeyPair KEY = key();

    private Sealed() {}

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String published() {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    }

    /// @param by `selector domain`
    static byte[] signed(byte[] mail, String by) {
        String[] words = by.split(" ");
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; s=" + words[0] + "; d=" + words[1] + "; h=from:to:subject:date:message-id:from; bh=; b=;";
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes((new DKIMSigner(template, KEY.getPrivate()).sign(new ByteArrayInputStream(mail)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(mail);
            return all.toByteArray();
        } catch (IOException | FailException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
