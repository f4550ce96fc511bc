package tldops.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.tagvalue.SignatureRecordTemplate;

/// Signs mails for tests, as a mail server does (RFC 6376), with whatever tags a test wants.
public final class Signer {
    public static final KeyPair KEY = pair(2048);
    static final KeyPair WEAK = pair(512);
    static final KeyPair OTHER = pair(2048);
    static final String USUAL = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=registry.example; s=mail; h=from:to:subject:date:message-id:from; ";

    private Signer() {}

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String spki(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /// The key without the frame around it (RFC 8017 A.1.1).
    static String pkcs1(KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        try {
            return Base64.getEncoder().encodeToString(new org.bouncycastle.asn1.pkcs.RSAPublicKey(key.getModulus(), key.getPublicExponent()).getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String published(KeyPair pair) {
        return "v=DKIM1; p=" + spki(pair);
    }

    public static String signed(String mail) {
        return signed(mail, USUAL, KEY);
    }

    /// @param tags without bh= and b=
    static String signed(String mail, String tags, KeyPair pair) {
        try {
            DKIMSigner signer = new DKIMSigner(tags + "bh=; b=;", pair.getPrivate()) {
                @Override
                public SignatureRecord newSignatureRecordTemplate(String record) {
                    return new SignatureRecordTemplate(record) {
                        @Override
                        public void validate() {
                            // signs whatever a test wants
                        }
                    };
                }
            };
            return signer.sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))) + "\r\n" + mail;
        } catch (IOException | FailException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
