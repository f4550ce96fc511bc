package tldops.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedKeyManager;

/// Keys and certificates for a test, made by the JDK's keytool in a folder of their own.
public final class Certificates {
    private static final String WORD = "changeit";
    private final Path folder;

    public Certificates(Path folder) {
        this.folder = folder;
    }

    /// One that signs others.
    public Certificates authority(String name) throws IOException, InterruptedException {
        return made(name, "-keyalg", "EC", "-ext", "bc:c", "-validity", "30");
    }

    /// One that signs itself.
    public Certificates own(String name, String algorithm) throws IOException, InterruptedException {
        return made(name, "-keyalg", algorithm, "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
    }

    public Certificates signed(String name, String authority) throws IOException, InterruptedException {
        return made(name, "-keyalg", "EC", "-signer", authority, "-validity", "30");
    }

    /// Signed for five days, ten days ago.
    public Certificates expired(String name, String authority) throws IOException, InterruptedException {
        return made(name, "-keyalg", "EC", "-signer", authority, "-startdate", "-10d", "-validity", "5");
    }

    private Certificates made(String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-storetype", "PKCS12", "-keystore", store().toString(), "-storepass", WORD));
        words.addAll(List.of(more));
        Path log = folder.resolve("keytool.log");
        if (new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) throw new IOException("keytool: " + Files.readString(log));
        return this;
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private KeyStore keys() throws IOException {
        try (InputStream in = Files.newInputStream(store())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, WORD.toCharArray());
            return keys;
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    /// The private key, PEM.
    public Path key(String name) throws IOException {
        return pem(name + ".key", "PRIVATE KEY", List.of(privateKey(name).getEncoded()));
    }

    private PrivateKey privateKey(String name) throws IOException {
        try {
            return (PrivateKey) keys().getKey(name, WORD.toCharArray());
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    /// The certificate with its chain, PEM.
    public Path certificate(String name) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try {
            for (X509Certificate each : chain(name)) all.add(each.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
        return pem(name + ".pem", "CERTIFICATE", all);
    }

    private X509Certificate[] chain(String name) throws IOException, GeneralSecurityException {
        return Arrays.stream(keys().getCertificateChain(name)).toArray(X509Certificate[]::new);
    }

    private Path pem(String file, String what, List<byte[]> all) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] each : all)
            text.append("-----BEGIN ").append(what).append("-----\n").append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(each)).append("\n-----END ").append(what).append("-----\n");
        return Files.writeString(folder.resolve(file), text);
    }

    /// Shows this certificate to every server that asks, whomever it would believe.
    public KeyManager[] showing(String name) throws IOException, GeneralSecurityException {
        return new KeyManager[] {new Showing(name, privateKey(name), chain(name))};
    }

    private static final class Showing extends X509ExtendedKeyManager {
        private final String name;
        private final PrivateKey key;
        private final X509Certificate[] chain;

        Showing(String name, PrivateKey key, X509Certificate[] chain) {
            this.name = name;
            this.key = key;
            this.chain = chain;
        }

        @Override
        public String[] getClientAliases(String kind, Principal[] issuers) {
            return new String[] {name};
        }

        @Override
        public String chooseClientAlias(String[] kind, Principal[] issuers, Socket socket) {
            return name;
        }

        @Override
        public String[] getServerAliases(String kind, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
            return name;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
