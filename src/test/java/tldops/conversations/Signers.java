package tldops.conversations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tldops.core.Event;
import tldops.core.SigningKey;
import tldops.core.Tld;
import tldops.trust.KeyFile;
import tldops.trust.KeyHolder;

/// Who signs mail in a story: `smime hostmaster@registry.example`, `smime-2 ...` with another key of his, `pgp ...`. The orders
/// are those of the operator: `key add .nl smime hostmaster@registry.example`, `key remove .nl smime hostmaster@registry.example`.
final class Signers {
    /// An OpenPGP key is another one at each start.
    private static final Map<String, KeyHolder> PGP = new HashMap<>();

    private Signers() {}

    static synchronized KeyHolder of(String name) {
        String[] words = name.split(" ");
        if (words[0].equals("pgp")) return PGP.computeIfAbsent(words[1], address -> KeyHolder.pgp("Host Master <" + address + ">", Instant.parse("2026-06-01T00:00:00Z")));
        return switch (words[0]) {
            case "smime" -> KeyHolder.known(words[1], 1);
            case "smime-2" -> KeyHolder.known(words[1], 2);
            default -> throw new IllegalArgumentException("Signed: smime, smime-2 or pgp and an address, not " + name);
        };
    }

    static Event.Order order(String[] words) {
        SigningKey key = KeyFile.read(of(words[3] + " " + words[4]).file().getBytes(StandardCharsets.ISO_8859_1), Instant.parse("2027-01-01T00:00:00Z"));
        return words[1].equals("add") ? new Event.Order.AddKey(Tld.of(words[2]), key) : new Event.Order.RemoveKey(Tld.of(words[2]), key.fingerprint().substring(key.fingerprint().length() - 8));
    }

    /// The same mail with its text signed.
    static byte[] signed(String name, byte[] raw, Instant at) {
        String mail = new String(raw, StandardCharsets.UTF_8);
        int body = mail.indexOf("\r\n\r\n");
        List<String> header = mail.substring(0, body).lines().filter(line -> !line.toLowerCase(Locale.ROOT).matches("(content-|mime-version).*")).toList();
        return of(name).mail(String.join("\r\n", header) + "\r\n", KeyHolder.part(mail.substring(body + 4)), at).getBytes(StandardCharsets.UTF_8);
    }
}
