package tldops.intake;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which mail servers are known by a certificate: those whose certificate was signed by one of
/// `intake.smtp.tls.client-authorities` and holds now. Any other one is a stranger, who may speak TLS as strangers do.
final class ClientCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(ClientCertificates.class);

    private final X509TrustManager authorities;

    private ClientCertificates(X509TrustManager authorities) {
        this.authorities = authorities;
    }

    /// @throws IOException with a sentence for the operator when the file cannot be used
    static ClientCertificates signedBy(Path file) throws IOException {
        return new ClientCertificates(Authorities.in(file));
    }

    /// Whether the client at the other end has shown a certificate that counts. TLS has proved that it holds its key.
    boolean shown(Socket socket) {
        if (!(socket instanceof SSLSocket tls)) return false;
        try {
            X509Certificate[] chain = Arrays.copyOf(tls.getSession().getPeerCertificates(), tls.getSession().getPeerCertificates().length, X509Certificate[].class);
            authorities.checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return true;
        } catch (SSLPeerUnverifiedException none) {
            return false;
        } catch (CertificateException stranger) {
            LOG.info("smtp: the certificate of {} does not count: {}", socket.getInetAddress().getHostAddress(), stranger.getMessage());
            return false;
        }
    }

    /// Names the authorities in the handshake and lets everybody pass: who fails here could not send mail at all.
    TrustManager[] everybody() {
        return new TrustManager[] {new Everybody(List.of(authorities.getAcceptedIssuers()))};
    }

    private static final class Everybody extends X509ExtendedTrustManager {
        private final List<X509Certificate> issuers;

        Everybody(List<X509Certificate> issuers) {
            this.issuers = issuers;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("this is the server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return issuers.toArray(X509Certificate[]::new);
        }
    }
}
