package tldops.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tldops.core.SigningKey;

/// A file with the public half of what somebody signs his mail with, as the operator got it: a certificate in PEM or an armored
/// OpenPGP key (R012).
public final class KeyFile {
    public static final int MOST = 256 * 1024;

    private KeyFile() {}

    /// @throws IllegalArgumentException with a sentence for the operator
    public static SigningKey read(byte[] file, Instant now) {
        if (file.length > MOST) throw new IllegalArgumentException("The file is too large for a key.");
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY")) throw new IllegalArgumentException("This file holds a private key. Nobody but its owner may have that: ask him for the public one, and tell him.");
        if (text.contains("-----BEGIN PGP PUBLIC KEY BLOCK-----")) return OpenPgp.key(text, now);
        if (text.indexOf("-----BEGIN CERTIFICATE-----") != text.lastIndexOf("-----BEGIN CERTIFICATE-----")) throw new IllegalArgumentException("More than one certificate is in it; put his own on file, without those of the authorities.");
        if (text.contains("-----BEGIN CERTIFICATE-----")) return Certificate.key(text);
        throw new IllegalArgumentException("Neither a certificate in PEM nor an armored OpenPGP key is in it.");
    }
}
