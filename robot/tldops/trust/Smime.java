package tldops.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import tldops.core.Signature.Reason;
import tldops.core.SigningKey;
import tldops.mail.SignedPart;

/// Checks an S/MIME signature (RFC 8551 3.5) by a certificate on file. No chain is built and no authority is asked: the
/// certificate is known by its fingerprint, and what stands in the mail is not even looked at.
final class Smime {
    /// Digests that may be relied upon, as micalg calls them (RFC 8551 3.5.3.2), without hyphens.
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "sha256", NISTObjectIdentifiers.id_sha384, "sha384", NISTObjectIdentifiers.id_sha512, "sha512",
            NISTObjectIdentifiers.id_sha3_256, "sha3256", NISTObjectIdentifiers.id_sha3_384, "sha3384", NISTObjectIdentifiers.id_sha3_512, "sha3512");
    private static final List<ASN1ObjectIdentifier> SIGNATURES = List.of(
            PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.sha256WithRSAEncryption, PKCSObjectIdentifiers.sha384WithRSAEncryption, PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS, X9ObjectIdentifiers.ecdsa_with_SHA256, X9ObjectIdentifiers.ecdsa_with_SHA384, X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519, EdECObjectIdentifiers.id_Ed448);

    /// Used here and not registered: the JDK knows RSASSA-PSS (RFC 8551 2.2) by another name.
    private static final Provider ALGORITHMS = new BouncyCastleProvider();

    private Smime() {}

    static SignedByKey.Verified verified(SignedPart part, List<SigningKey> known, Instant arrived) throws NotCounted {
        try {
            CMSSignedData signed = new CMSSignedData(part.signature());
            // one place for what is signed, never two
            if (signed.isDetachedSignature() != part.content().isPresent()) throw bad("what is signed does not stand where it should");
            if (!signed.getSignedContentTypeOID().equals(CMSObjectIdentifiers.data.getId())) throw bad("no mail is signed");
            byte[] content = part.content().isPresent() ? part.content().get() : bytes(signed.getSignedContent());
            Collection<SignerInformation> signers = (part.content().isPresent() ? new CMSSignedData(new CMSProcessableByteArray(content), part.signature()) : signed).getSignerInfos().getSigners();
            if (signers.size() != 1) throw bad(signers.size() + " signers");
            SignerInformation signer = signers.iterator().next();
            strong(signer, part.micalg());
            boolean named = false;
            for (SigningKey key : known) {
                X509CertificateHolder certificate = Certificate.read(key.text());
                if (!signer.getSID().match(certificate)) continue;
                named = true;
                // by its key alone: whether the certificate was valid is a question of its own
                if (signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(ALGORITHMS).build(BouncyCastleProvider.getPublicKey(certificate.getSubjectPublicKeyInfo())))) return inTime(signer, key, certificate, content, arrived);
            }
            throw bad(named ? "the signature does not fit the text" : "not by the certificate on file");
        } catch (CMSSignerDigestMismatchException changed) {
            throw bad("the signature does not fit the text");
        } catch (CMSException | IOException | OperatorCreationException | RuntimeException | StackOverflowError unreadable) {
            throw bad("a signature that can not be read");
        }
    }

    private static NotCounted bad(String words) {
        return new NotCounted(Reason.NOT_GOOD, words);
    }

    private static byte[] bytes(CMSTypedData content) throws IOException, CMSException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(bytes);
        return bytes.toByteArray();
    }

    private static void strong(SignerInformation signer, String micalg) throws NotCounted {
        String digest = DIGESTS.get(signer.getDigestAlgorithmID().getAlgorithm());
        ASN1ObjectIdentifier algorithm = signer.toASN1Structure().getDigestEncryptionAlgorithm().getAlgorithm();
        boolean padded = algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                && !DIGESTS.containsKey(RSASSAPSSparams.getInstance(signer.toASN1Structure().getDigestEncryptionAlgorithm().getParameters()).getHashAlgorithm().getAlgorithm());
        if (digest == null || !SIGNATURES.contains(algorithm) || padded) throw new NotCounted(Reason.WEAK, "an algorithm that is not relied upon any more (RFC 8551 2.1, 2.2)");
        if (!micalg.isEmpty() && !micalg.replace("-", "").equals(digest)) throw bad("micalg names another digest than the signature (RFC 8551 3.5.3.2)");
    }

    private static SignedByKey.Verified inTime(SignerInformation signer, SigningKey key, X509CertificateHolder certificate, byte[] content, Instant arrived) throws NotCounted {
        Instant at = signingTime(signer).orElseThrow(() -> bad("it does not say when it was signed (RFC 8551 2.5.1)"));
        for (Instant time : List.of(at, arrived))
            if (!certificate.isValidOn(Date.from(time))) throw new NotCounted(Reason.KEY_OVER, "the certificate was valid from " + key.from() + " until " + key.until().map(Instant::toString).orElse("") + ", not at " + time);
        return new SignedByKey.Verified(key, at, content);
    }

    private static Optional<Instant> signingTime(SignerInformation signer) {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
        if (time == null || signed.getAll(CMSAttributes.signingTime).size() != 1 || time.getAttrValues().size() != 1) return Optional.empty();
        return Optional.of(Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant());
    }
}
