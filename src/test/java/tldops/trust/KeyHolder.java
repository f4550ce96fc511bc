package tldops.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openpgp.api.OpenPGPDetachedSignatureGenerator;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Somebody who signs mail, with a key of his own that a test has made up.
public sealed interface KeyHolder {
    /// The file that he gives to the operator.
    String file();

    /// A mail: the header, and the signed part with its signature below it.
    ///
    /// @param header of the mail, without Content-Type, each line ended with CR LF
    String mail(String header, String part, Instant at);

    /// A part with this text.
    static String part(String text) {
        return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /// @param algorithm of JCA: `Ed25519`, `SHA256withRSA`
    record Smime(X509CertificateHolder certificate, PrivateKey key, String algorithm, String micalg) implements KeyHolder {
        @Override
        public String file() {
            try {
                return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String mail(String header, String part, Instant at) {
            return mail(header, part, signature(part, at, false, List.of(this)), micalg);
        }

        public static String mail(String header, String part, byte[] signature, String micalg) {
            return header + "MIME-Version: 1.0\r\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=" + micalg + "; boundary=\"=-s\"\r\n\r\n"
                    + "--=-s\r\n" + part + "\r\n--=-s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(signature) + "\r\n--=-s--\r\n";
        }

        /// The text inside the signature (RFC 8551 3.5.2).
        public String opaque(String header, String part, Instant at) {
            return header + "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(signature(part, at, true, List.of(this))) + "\r\n";
        }

        public static byte[] signature(String part, Instant at, boolean inside, List<Smime> signers) {
            try {
                CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
                ASN1EncodableVector attributes = new ASN1EncodableVector();
                attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
                for (Smime signer : signers)
                    generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                            .build(signer.algorithm, signer.key, signer.certificate));
                return generator.generate(new CMSProcessableByteArray(part.getBytes(StandardCharsets.UTF_8)), inside).getEncoded();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }

        public Smime by(String other, String name) {
            return new Smime(certificate, key, other, name);
        }
    }

    /// The same certificate and the same fingerprint each time, from 2026 until 2036.
    static Smime known(String address, int seed) {
        try {
            byte[] secret = new byte[32];
            Arrays.fill(secret, (byte) seed);
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
            SubjectPublicKeyInfo open = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new Ed25519PrivateKeyParameters(secret, 0).generatePublicKey());
            return new Smime(certificate(address, open, key, "Ed25519", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z")), key, "Ed25519", "sha-512");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Smime rsa(String address, int bits, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            return new Smime(certificate(address, SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()), pair.getPrivate(), "SHA256withRSA", from, until), pair.getPrivate(), "SHA256withRSA", "sha-256");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static X509CertificateHolder certificate(String address, SubjectPublicKeyInfo open, PrivateKey key, String algorithm, Instant from, Instant until) throws Exception {
        X500Name name = new X500Name("CN=" + address.replaceAll("@.*", ""));
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(name, BigInteger.ONE, Date.from(from), Date.from(until), name, open);
        if (!address.isEmpty()) builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
        return builder.build(new JcaContentSignerBuilder(algorithm).build(key));
    }

    record Pgp(OpenPGPKey key) implements KeyHolder {
        @Override
        public String file() {
            try {
                return key.toCertificate().toAsciiArmoredString();
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String mail(String header, String part, Instant at) {
            return mail(header, part, signature(part, at), "pgp-sha512");
        }

        public static String mail(String header, String part, String signature, String micalg) {
            return header + "MIME-Version: 1.0\r\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=" + micalg + "; boundary=\"=-s\"\r\n\r\n"
                    + "--=-s\r\n" + part + "\r\n--=-s\r\nContent-Type: application/pgp-signature; name=signature.asc\r\n\r\n" + signature.replaceAll("\r?\n", "\r\n") + "\r\n--=-s--\r\n";
        }

        public String signature(String part, Instant at) {
            return signature(part, at, packets -> packets);
        }

        public String signature(String part, Instant at, UnaryOperator<org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator> more) {
            try {
                OpenPGPDetachedSignatureGenerator generator = new BcOpenPGPApi().createDetachedSignature();
                generator.addSigningKey(key, new SignatureParameters.Callback() {
                    @Override
                    public SignatureParameters apply(SignatureParameters parameters) {
                        return parameters.setSignatureHashAlgorithm(HashAlgorithmTags.SHA512).setSignatureCreationTime(Date.from(at)).setHashedSubpacketsFunction(more::apply);
                    }
                });
                return generator.sign(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8))).getFirst().toAsciiArmoredString();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    static Pgp pgp(String user, Instant created) {
        try {
            return new Pgp(new BcOpenPGPApi().generateKey(4, Date.from(created)).ed25519x25519Key(user).build());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
