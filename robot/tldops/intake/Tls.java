package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The key and certificate with which the SMTP door offers STARTTLS (RFC 3207).
///
/// @param key PEM, PKCS#8 without a password (`BEGIN PRIVATE KEY`): RSA, EC or Ed25519
/// @param certificates PEM, our own first, then the chain
public record Tls(Path key, Path certificates) {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// Reads both files.
    ///
    /// @throws IOException with a sentence for the operator when the files cannot be used
    public SSLContext context() throws IOException {
        try (InputStream chain = Files.newInputStream(certificates)) {
            Certificate[] certificate = CertificateFactory.getInstance("X.509").generateCertificates(chain).toArray(Certificate[]::new);
            if (certificate.length == 0) throw new IOException("no certificate in " + certificates);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("smtp", privateKey(), new char[0], certificate);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("cannot use the certificate " + certificates + " with the key " + key + ": " + unusable.getMessage(), unusable);
        }
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(key));
        if (!pem.find()) throw new IOException("no unencrypted PKCS#8 key (BEGIN PRIVATE KEY) in " + key + "; openssl pkcs8 -topk8 -nocrypt makes one");
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException _) {
                // another algorithm's key
            }
        }
        throw new IOException("neither an RSA, an EC nor an Ed25519 key: " + key);
    }
}
