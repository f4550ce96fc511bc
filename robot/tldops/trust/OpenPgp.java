package tldops.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPUserId;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import tldops.core.Address;
import tldops.core.Signature.Reason;
import tldops.core.SigningKey;
import tldops.mail.SignedPart;

/// OpenPGP keys on file and signatures by them (RFC 9580, RFC 3156 5). Whether a key was revoked, only the kept key itself says.
final class OpenPgp {
    private static final OpenPGPApi API = new BcOpenPGPApi();
    private static final String BEGIN = "-----BEGIN PGP SIGNATURE-----";
    private static final Pattern MAILBOX = Pattern.compile("[^<>]*<([^<>\\s]+)>|([^<>\\s]+)");
    /// Hashes that may be relied upon, as micalg calls them (RFC 3156 5, RFC 9580 9.5).
    private static final Map<Integer, String> HASHES = Map.of(
            HashAlgorithmTags.SHA256, "pgp-sha256", HashAlgorithmTags.SHA384, "pgp-sha384", HashAlgorithmTags.SHA512, "pgp-sha512",
            HashAlgorithmTags.SHA3_256, "pgp-sha3-256", HashAlgorithmTags.SHA3_512, "pgp-sha3-512");

    private OpenPgp() {}

    /// @throws IllegalArgumentException with a sentence for the operator
    static SigningKey key(String armored, Instant now) {
        try {
            List<OpenPGPCertificate> all = API.readKeyOrCertificate().parseCertificates(armored);
            if (all.size() != 1) throw new IllegalArgumentException(all.size() + " keys are in it; put one on file at a time.");
            OpenPGPCertificate key = all.getFirst();
            Date at = Date.from(now);
            if (key.getSigningKeys(at).isEmpty()) throw new IllegalArgumentException("Nothing can be signed with this key now: it is over, was revoked, or is not for signatures.");
            List<Address> addresses = addresses(key, at);
            if (addresses.isEmpty()) throw new IllegalArgumentException("The key names no e-mail address (user id).");
            Optional<Instant> until = Optional.ofNullable(key.getExpirationTime(at)).map(Date::toInstant);
            return new SigningKey(SigningKey.Kind.OPENPGP, HexFormat.of().withUpperCase().formatHex(key.getFingerprint()), key.toAsciiArmoredString(), addresses, key.getPrimaryKey().getCreationTime().toInstant(), until);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("This is no OpenPGP key that can be read.", unreadable);
        }
    }

    private static List<Address> addresses(OpenPGPCertificate key, Date at) {
        List<Address> found = new ArrayList<>();
        for (OpenPGPUserId user : key.getValidUserIds(at)) {
            Matcher mailbox = MAILBOX.matcher(user.getUserId().strip());
            if (mailbox.matches()) Address.parse(mailbox.group(1) == null ? mailbox.group(2) : mailbox.group(1)).ifPresent(found::add);
        }
        return found;
    }

    static SignedByKey.Verified verified(SignedPart part, List<SigningKey> known, Instant arrived) throws NotCounted {
        try {
            PGPSignature signature = only(part.signature());
            strong(signature, part.micalg());
            Instant at = signature.getCreationTime().toInstant();
            for (SigningKey key : known) {
                OpenPGPCertificate certificate = API.readKeyOrCertificate().parseCertificate(key.text());
                OpenPGPComponentKey signer = certificate.getSigningKeyFor(signature);
                if (signer != null) return by(signature, key, certificate, signer, part.content().orElseThrow(), at, arrived);
            }
            throw bad("not by the key on file");
        } catch (IOException | PGPException | RuntimeException | StackOverflowError unreadable) {
            throw bad("a signature that can not be read");
        }
    }

    private static NotCounted bad(String words) {
        return new NotCounted(Reason.NOT_GOOD, words);
    }

    private static PGPSignature only(byte[] armored) throws NotCounted, IOException {
        String text = new String(armored, StandardCharsets.ISO_8859_1);
        if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) throw bad("more than one signature");
        try (InputStream bytes = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
            BcPGPObjectFactory packets = new BcPGPObjectFactory(bytes);
            if (!(packets.nextObject() instanceof PGPSignatureList list)) throw bad("no signature");
            if (list.size() != 1 || packets.nextObject() != null) throw bad("more than one signature");
            return list.get(0);
        }
    }

    private static void strong(PGPSignature signature, String micalg) throws NotCounted {
        String hash = HASHES.get(signature.getHashAlgorithm());
        if (hash == null) throw new NotCounted(Reason.WEAK, "a hash that is not relied upon any more (RFC 9580 9.5)");
        if (!micalg.isEmpty() && !micalg.equals(hash)) throw bad("micalg names another hash than the signature (RFC 3156 5)");
        boolean document = signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
        if (!document) throw bad("not a signature of a text");
    }

    private static SignedByKey.Verified by(PGPSignature signature, SigningKey key, OpenPGPCertificate certificate, OpenPGPComponentKey signer, byte[] content, Instant at, Instant arrived) throws NotCounted, PGPException, IOException {
        for (Instant time : List.of(at, arrived)) {
            boolean signs = certificate.getSigningKeys(Date.from(time)).stream().anyMatch(one -> one.getKeyIdentifier().equals(signer.getKeyIdentifier()));
            if (!signs) throw new NotCounted(Reason.KEY_OVER, "the key was over, revoked or not for signatures at " + time);
        }
        Optional<Instant> ends = Optional.ofNullable(signature.getHashedSubPackets()).filter(packets -> packets.getSignatureExpirationTime() > 0)
                .map(packets -> at.plusSeconds(packets.getSignatureExpirationTime()));
        if (ends.filter(end -> !arrived.isBefore(end)).isPresent()) throw new NotCounted(Reason.TIME, "the signature itself is over");
        List<OpenPGPDocumentSignature> checked = API.verifyDetachedSignature().addVerificationCertificate(certificate).addSignature(signature)
                .verifyNotBefore(Date.from(at)).verifyNotAfter(Date.from(at)).process(new ByteArrayInputStream(content));
        if (checked.size() != 1 || !checked.getFirst().isValidAt(Date.from(at))) throw bad("the signature does not fit the text");
        return new SignedByKey.Verified(key, at, content);
    }
}
