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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.subethamail.smtp.server.SSLSocketCreator;

/// The key and certificate with which the SMTP door offers STARTTLS (RFC 3207).
///
/// @param key PEM, PKCS#8 without a password (`BEGIN PRIVATE KEY`): RSA, EC or Ed25519
/// @param certificates PEM, our own first, then the chain
/// @param clientAuthorities PEM, who signs the certificates of known clients; empty = no client is asked for one
public record Tls(Path key, Path certificates, Optional<Path> clientAuthorities) {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// Who is known by a certificate; empty = nobody.
    Optional<ClientCertificates> clients() throws IOException {
        return clientAuthorities.isPresent() ? Optional.of(ClientCertificates.signedBy(clientAuthorities.get())) : Optional.empty();
    }

    /// Turns a connection into one with TLS, once per STARTTLS. The library's own way asks the DNS for the client's name.
    SSLSocketCreator upgrade() throws IOException {
        SSLSocketFactory factory = context().getSocketFactory();
        boolean asked = clientAuthorities.isPresent();
        return plain -> {
            SSLSocket tls = (SSLSocket) factory.createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
            tls.setUseClientMode(false);
            tls.setWantClientAuth(asked);
            return tls;
        };
    }

    /// Reads the files.
    ///
    /// @throws IOException with a sentence for the operator when they cannot be used
    SSLContext context() throws IOException {
        try (InputStream chain = Files.newInputStream(certificates)) {
            Certificate[] certificate = CertificateFactory.getInstance("X.509").generateCertificates(chain).toArray(Certificate[]::new);
            if (certificate.length == 0) throw new IOException("no certificate in " + certificates);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("smtp", privateKey(), new char[0], certificate);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), clients().map(ClientCertificates::everybody).orElse(new TrustManager[0]), null);
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
