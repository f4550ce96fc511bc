package tldops.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;

/// The signature algorithm `ed25519-sha256` (RFC 8463 3): Ed25519 over the SHA-256 of the text. The JDK has both and not the two
/// together, and jDKIM asks for it by this name. It only verifies.
final class Ed25519Sha256 extends SignatureSpi {
    private static final String NAME = "SHA256withED25519";

    private final MessageDigest digest;
    private final Signature signature;

    /// Called by the JDK.
    Ed25519Sha256() throws GeneralSecurityException {
        digest = MessageDigest.getInstance("SHA-256");
        signature = Signature.getInstance("Ed25519");
    }

    private static final class Ours extends Provider {
        private static final long serialVersionUID = 1;

        Ours() {
            super("tldops", "1", "Ed25519 as DKIM uses it (RFC 8463)");
            putService(new Service(this, "Signature", NAME, Ed25519Sha256.class.getName(), List.of(), Map.of()) {
                @Override
                public Object newInstance(Object parameter) throws java.security.NoSuchAlgorithmException {
                    try {
                        return new Ed25519Sha256();
                    } catch (GeneralSecurityException missing) {
                        throw new java.security.NoSuchAlgorithmException(missing);
                    }
                }
            });
        }
    }

    /// Makes it known to the JDK; a second time does nothing.
    static void known() {
        Security.addProvider(new Ours());
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
        signature.initVerify(key);
        digest.reset();
    }

    @Override
    protected void engineUpdate(byte one) {
        digest.update(one);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    @Override
    protected boolean engineVerify(byte[] given) throws SignatureException {
        signature.update(digest.digest());
        return signature.verify(given);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        throw new InvalidKeyException("nothing is signed with it here");
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        throw new SignatureException("nothing is signed with it here");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException();
    }
}
