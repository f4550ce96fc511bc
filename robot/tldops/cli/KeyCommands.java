package tldops.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tldops.core.Event;
import tldops.core.SigningKey;
import tldops.core.Tld;
import tldops.trust.KeyFile;

/// `tldops key`: the keys that admin contacts sign their answers with (R012, MAIL_RULES §4).
final class KeyCommands {
    private KeyCommands() {}

    @Command(
            name = "key",
            header = "List the keys on file, put one there or take one away.",
            description = {
                "With a key on file, an answer of the admin contact that it signed is believed without any other proof, if the reference of the letter stands in the signed text. Without one nothing changes.",
                "Nobody's authority is asked whether a certificate was revoked: take it away when you hear of it."
            })
    static final class Key implements Callable<Integer> {
        private final Supplier<Work> work;

        Key(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            return list();
        }

        @Command(name = "list", header = "List the keys on file.", description = "Whose each is, for which ccTLD, until when, and its fingerprint.")
        int list() {
            return work.get().sheet().rows(work.get().powers().campaign().keys().get());
        }

        @Command(
                name = "add",
                header = "Put a key on file for the admin contact of a ccTLD.",
                description = {
                    "The key has to name the address that IANA lists. Compare its fingerprint with its owner by another way than mail, the phone for one. He and the Secretariat are told; one word of his takes it away again.",
                    "For somebody who is the contact of several ccTLDs it is put on file for each."
                })
        int add(
                @Parameters(index = "0", paramLabel = "TLD", description = "A ccTLD: nl, .nl, .中国") Tld tld,
                @Parameters(index = "1", paramLabel = "FILE", description = "An S/MIME certificate in PEM, or an armored OpenPGP key: the public one. - reads standard input.") String file)
                throws IOException {
            try {
                SigningKey key = KeyFile.read(work.get().body().readNBytes(KeyFile.MOST + 1), Instant.now());
                return ordered(new Event.Order.AddKey(tld, key));
            } catch (IllegalArgumentException unfit) {
                return work.get().sheet().no(file + ": " + unfit.getMessage());
            }
        }

        @Command(name = "remove", header = "Take a key away.", description = "Signatures by it count no more; its owner and the Secretariat are told.")
        int remove(
                @Parameters(index = "0", paramLabel = "TLD", description = "A ccTLD: nl, .nl, .中国") Tld tld,
                @Parameters(index = "1", paramLabel = "FINGERPRINT", description = "As the list shows it, or its last 8 digits or more.") String fingerprint) {
            String bare = fingerprint.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
            if (!bare.matches("[0-9A-F]{8,64}")) return work.get().sheet().no("'" + fingerprint + "' is no fingerprint, nor the last 8 digits of one.");
            return ordered(new Event.Order.RemoveKey(tld, bare));
        }

        private int ordered(Event.Order order) {
            List<Rows.Outcome> outcomes = work.get().powers().campaign().order().order(work.get().user(), order);
            return work.get().sheet().outcomes(outcomes);
        }
    }
}
