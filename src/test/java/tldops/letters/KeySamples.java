package tldops.letters;

import static tldops.letters.Samples.AT;
import static tldops.letters.Samples.NL;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Content;
import tldops.core.KeyContent.KeyAdded;
import tldops.core.KeyContent.KeyRemoved;
import tldops.core.KeyContent.SignatureUncounted;
import tldops.core.Signature;
import tldops.core.SigningKey.Kind;

/// Letters about keys on file (R012).
final class KeySamples {
    private static final List<String> SHA256 = List.of("0F1E 2D3C 4B5A 6978 8796 A5B4 C3D2 E1F0", "0011 2233 4455 6677 8899 AABB CCDD EEFF");
    private static final List<String> PGP = List.of("0F1E 2D3C 4B5A 6978 8796", "A5B4 C3D2 E1F0 0011 2233");

    private KeySamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        all.put("key-added", new KeyAdded(NL, Kind.CERTIFICATE, SHA256, Optional.of(AT)));
        all.put("key-added.openpgp", new KeyAdded(NL, Kind.OPENPGP, PGP, Optional.empty()));
        all.put("key-removed", new KeyRemoved(NL, Kind.CERTIFICATE, SHA256, false));
        all.put("key-removed.himself", new KeyRemoved(NL, Kind.OPENPGP, PGP, true));
        for (Signature.Reason reason : Signature.Reason.values()) all.put("signature-uncounted." + reason.name().toLowerCase(Locale.ROOT), new SignatureUncounted(Optional.of(NL), reason));
        return all;
    }
}
