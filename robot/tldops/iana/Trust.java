package tldops.iana;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Who may vouch for the RDAP server: `iana.rdap.authorities`, or those Java knows.
public final class Trust {
    private Trust() {}

    /// @param authorities certificates, PEM; then no others count
    /// @throws IOException with a sentence for the operator when the file cannot be used
    public static SSLContext context(Optional<Path> authorities) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, authorities.isPresent() ? trusted(authorities.get()).getTrustManagers() : null, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("cannot use the certificates in " + authorities.map(Path::toString).orElse("Java's own store") + ": " + unusable.getMessage(), unusable);
        }
    }

    private static TrustManagerFactory trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) store.setCertificateEntry("authority-" + store.size(), each);
        }
        if (store.size() == 0) throw new IOException("no certificate in " + file);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }
}
