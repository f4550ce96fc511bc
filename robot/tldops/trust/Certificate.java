package tldops.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.X509CertificateHolder;
import tldops.core.Address;
import tldops.core.SigningKey;

/// Reads an S/MIME certificate that the operator puts on file (RFC 8550): whose it is, until when, and that mail may be signed
/// with it.
final class Certificate {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    /// SmtpUTF8Mailbox (RFC 9598).
    private static final ASN1ObjectIdentifier MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.keyUsage, Extension.extendedKeyUsage, Extension.subjectAlternativeName, Extension.basicConstraints, Extension.certificatePolicies, Extension.nameConstraints);

    private Certificate() {}

    /// @throws IllegalArgumentException with a sentence for the operator
    static SigningKey key(String pem) {
        try {
            X509CertificateHolder certificate = read(pem);
            List<Address> addresses = addresses(certificate);
            if (addresses.isEmpty()) throw new IllegalArgumentException("The certificate names no e-mail address (rfc822Name, RFC 8550 3).");
            unfit(certificate).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
            String text = BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()) + "\n" + END + "\n";
            return new SigningKey(SigningKey.Kind.CERTIFICATE, fingerprint(certificate.getEncoded()), text, addresses, certificate.getNotBefore().toInstant(), Optional.of(certificate.getNotAfter().toInstant()));
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalArgumentException("This is no certificate that can be read.", unreadable);
        }
    }

    /// @param pem one certificate, whatever text stands around it
    static X509CertificateHolder read(String pem) throws IOException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) throw new IOException("no certificate");
        return new X509CertificateHolder(Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end)));
    }

    private static String fingerprint(byte[] certificate) {
        try {
            return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static List<Address> addresses(X509CertificateHolder certificate) {
        List<Address> found = new ArrayList<>();
        GeneralNames names = GeneralNames.fromExtensions(extensions(certificate), Extension.subjectAlternativeName);
        if (names == null) return found;
        for (GeneralName name : names.getNames()) {
            if (name.getTagNo() == GeneralName.rfc822Name && name.getName() instanceof ASN1String text) Address.parse(text.getString()).ifPresent(found::add);
            if (name.getTagNo() == GeneralName.otherName) {
                OtherName other = OtherName.getInstance(name.getName());
                if (other.getTypeID().equals(MAILBOX) && other.getValue() instanceof ASN1String text) Address.parse(text.getString()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Extensions extensions(X509CertificateHolder certificate) {
        return certificate.hasExtensions() ? certificate.getExtensions() : new Extensions(new Extension[0]);
    }

    /// Why mail may not be signed with it (RFC 8550 4.4.2, 4.4.4; RFC 8551 4); empty when it may.
    private static Optional<String> unfit(X509CertificateHolder certificate) throws CertificateException, IOException {
        Extensions all = extensions(certificate);
        KeyUsage usage = KeyUsage.fromExtensions(all);
        if (usage != null && !usage.hasUsages(KeyUsage.digitalSignature) && !usage.hasUsages(KeyUsage.nonRepudiation)) return Optional.of("The certificate is not for signatures (key usage).");
        ExtendedKeyUsage purpose = ExtendedKeyUsage.fromExtensions(all);
        boolean mail = purpose == null || purpose.hasKeyPurposeId(KeyPurposeId.id_kp_emailProtection) || purpose.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
        if (!mail) return Optional.of("The certificate is not for e-mail (extended key usage).");
        for (Object critical : certificate.getCriticalExtensionOIDs())
            if (critical instanceof ASN1ObjectIdentifier id && !UNDERSTOOD.contains(id)) return Optional.of("The certificate has a critical extension that is not understood: " + id.getId() + ".");
        return switch (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate.getEncoded())).getPublicKey()) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= 2048 && rsa.getModulus().bitLength() <= 8192 && rsa.getPublicExponent().bitLength() <= 64 -> Optional.empty();
            case RSAPublicKey _ -> Optional.of("Its RSA key must have from 2048 to 8192 bits (RFC 8551 4).");
            case ECPublicKey curve when curve.getParams().getOrder().bitLength() >= 256 -> Optional.empty();
            case EdECPublicKey _ -> Optional.empty();
            default -> Optional.of("Its key is of a kind that is not relied upon.");
        };
    }
}
