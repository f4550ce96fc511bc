package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose certificates count: those that a PEM file of the operator's names, or those Java knows.
public final class Authorities {
    private Authorities() {}

    /// For a connection from us to a server.
    ///
    /// @param file then no others count
    /// @throws IOException with a sentence for the operator when the file cannot be used
    public static SSLContext context(Optional<Path> file) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, file.isPresent() ? new TrustManager[] {in(file.get())} : null, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw unusable(file.map(Path::toString).orElse("Java's own store"), unusable);
        }
    }

    /// @throws IOException with a sentence for the operator when the file cannot be used
    static X509TrustManager in(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) store.setCertificateEntry("authority-" + store.size(), each);
            if (store.size() == 0) throw new IOException("no certificate in " + file);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast).findFirst().orElseThrow();
        } catch (GeneralSecurityException unusable) {
            throw unusable(file.toString(), unusable);
        }
    }

    private static IOException unusable(String where, GeneralSecurityException cause) {
        return new IOException("cannot use the certificates in " + where + ": " + cause.getMessage(), cause);
    }
}
