package tldops.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;

/// A key as it is published (RFC 6376 3.6.1, RFC 8301 3.2, RFC 8463): one that is for mail, in earnest and strong enough. It
/// reads what jDKIM does not: Ed25519, and RSA keys without the frame around them.
final class DkimKey extends PublicKeyRecordImpl {
    private static final int WEAKEST = 1024;
    private static final int LARGEST = 8192;
    /// Before the 32 bytes of an Ed25519 key (RFC 8410 4).
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    DkimKey(String record) {
        super(record);
    }

    /// @throws IllegalStateException saying why it can not be used
    @Override
    public void validate() {
        super.validate();
        if (isTesting()) throw new IllegalStateException("t=y, the key is being tested, RFC 6376 3.6.1");
        boolean mail = Arrays.stream(tag("s", "*").split(":")).map(String::strip).anyMatch(service -> service.equals("*") || service.equals("email"));
        if (!mail) throw new IllegalStateException("s=, the key is not for mail, RFC 6376 3.6.1");
        if (getPublicKey() instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < WEAKEST || bits > LARGEST) throw new IllegalStateException("RSA of " + bits + " bits, RFC 8301 3.2");
        }
    }

    private String tag(String name, String usual) {
        return containsTag(name) ? getValue(name).toString() : usual;
    }

    @Override
    public PublicKey getPublicKey() {
        try {
            byte[] key = Base64.getMimeDecoder().decode(tag("p", ""));
            return switch (tag("k", "rsa")) {
                case "rsa" -> rsa(key);
                case "ed25519" -> ed25519(key);
                default -> throw new IllegalStateException("k= is of no kind that we know");
            };
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("p= is no key");
        }
    }

    private static PublicKey rsa(byte[] key) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        try {
            return rsa.generatePublic(new X509EncodedKeySpec(key));
        } catch (GeneralSecurityException framed) {
            var bare = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(key);
            BigInteger modulus = bare.getModulus();
            return rsa.generatePublic(new RSAPublicKeySpec(modulus, bare.getPublicExponent()));
        }
    }

    private static PublicKey ed25519(byte[] key) throws GeneralSecurityException {
        if (key.length != 32) throw new IllegalArgumentException();
        byte[] framed = Arrays.copyOf(ED25519, ED25519.length + key.length);
        System.arraycopy(key, 0, framed, ED25519.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(framed));
    }
}
