package tldops.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.jspecify.annotations.Nullable;

/// Whether a signature holds (RFC 6376 6.1): jDKIM computes, and what it lets pass though it must not is caught before
/// ([DkimSignature]) and at the key ([DkimKey]) (MAIL_RULES 3 and 5).
final class Dkim {
    enum Outcome {
        PASS,
        FAIL,
        /// It verifies, and leaves open what it should not (RFC 8601 2.7.1).
        POLICY,
        /// The DNS did not answer for its key; another time it may.
        UNANSWERED
    }

    /// @param why it does not hold; "" when it does
    record Checked(DkimSignature signature, Outcome outcome, String why) {
        boolean holds() {
            return outcome == Outcome.PASS;
        }

        /// `pass d=registry.example s=mail ed25519-sha256`
        String words() {
            String said = switch (outcome) {
                case PASS -> "pass";
                case FAIL -> "fail";
                case POLICY -> "policy";
                case UNANSWERED -> "temperror";
            };
            return said + " d=" + signature.domain() + " s=" + signature.selector() + (why.isEmpty() ? " " + signature.tags().getOrDefault("a", "") : " (" + why + ")");
        }
    }

    static {
        Ed25519Sha256.known();
    }

    private Dkim() {}

    /// @param arrived by which its times are judged
    static Checked check(SignedMail mail, DkimSignature signature, Instant arrived, Dns dns) {
        Optional<String> fault = signature.fault(mail, arrived);
        if (fault.isPresent()) return new Checked(signature, Outcome.FAIL, fault.get());
        String name = signature.selector() + "._domainkey." + signature.domain();
        Dns.Answer key = dns.ask(name, Dns.Kind.TXT);
        if (key instanceof Dns.Answer.Silent(var why)) return new Checked(signature, Outcome.UNANSWERED, why);
        List<String> records = Dns.values(key);
        if (records.isEmpty()) return new Checked(signature, Outcome.FAIL, "no key");
        Checked checked = verified(mail, signature, records);
        List<String> open = signature.uncovered(mail::has);
        return checked.holds() && !open.isEmpty() ? new Checked(signature, Outcome.POLICY, "h= leaves out " + String.join(", ", open) + " (RFC 6376 5.4)") : checked;
    }

    private static Checked verified(SignedMail mail, DkimSignature signature, List<String> records) {
        Verifier verifier = new Verifier(records);
        try {
            verifier.verify(mail.withSignature(signature.field()), mail.bodyStream());
        } catch (FailException broken) {
            return new Checked(signature, Outcome.FAIL, Optional.ofNullable(broken.getMessage()).map(Dkim::plain).orElse("it does not verify"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Result> results = verifier.getResults();
        boolean holds = results.size() == 1 && results.getFirst().isSuccess();
        return holds ? new Checked(signature, Outcome.PASS, "") : new Checked(signature, Outcome.FAIL, "it does not verify");
    }

    /// What jDKIM says may quote the field.
    private static String plain(String words) {
        String line = words.replaceAll("[^\\x20-\\x7e]+", " ").replaceAll("[()@]", " ").strip();
        return line.length() <= 100 ? line : line.substring(0, 100);
    }

    /// jDKIM with our keys, and without its own clock: the times have been judged by that of the mail.
    private static final class Verifier extends DKIMVerifier {
        Verifier(List<String> records) {
            super((method, selector, domain) -> records(method, records));
        }

        private static List<String> records(CharSequence method, List<String> records) throws TempFailException {
            if (!"dns/txt".contentEquals(method) && !"dns".contentEquals(method)) throw new TempFailException("q= is not dns/txt");
            return records;
        }

        @Override
        protected PublicKeyRecord newPublicKeyRecord(String record) {
            return new DkimKey(record);
        }

        @Override
        public SignatureRecord newSignatureRecord(String record) {
            return new SignatureRecordImpl(record) {
                @Override
                public void validate() {
                    try {
                        super.validate();
                    } catch (IllegalStateException broken) {
                        if (!String.valueOf(broken.getMessage()).startsWith("Signature is expired")) throw broken;
                    }
                }

                @Override
                public @Nullable Long getSignatureTimestamp() {
                    return null;
                }
            };
        }
    }
}
