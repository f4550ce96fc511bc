package tldops.iana;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tldops.core.Authority;
import tldops.core.Authority.Evidence;
import tldops.core.Tld;

/// A question about one ccTLD and what its answers mean: one source is believed, or two are compared.
public sealed interface Enquiry {
    /// Blocks until it is answered.
    ///
    /// @param byHand somebody tries whether it works again
    /// @throws IOException when there is no answer that counts
    Authority about(Tld tld, Instant now, boolean byHand) throws IOException;

    /// What stored answers about it of an earlier run, all of the same time, mean; empty when not all sources are there.
    Optional<Authority> recalled(Tld tld, List<Evidence> stored);

    /// The sources in the order in which they count.
    List<Line> lines();

    /// Lets go of what the sources hold open.
    default void close() {
        lines().forEach(Line::close);
    }

    /// A source in the layout of WHOIS that nothing is compared with (`iana.source = whois`, `folder`).
    record One(Line line) implements Enquiry {
        @Override
        public Authority about(Tld tld, Instant now, boolean byHand) throws IOException {
            return WhoisRecord.read(tld, line.ask(tld, now, byHand));
        }

        @Override
        public Optional<Authority> recalled(Tld tld, List<Evidence> stored) {
            return line.among(tld, stored).map(evidence -> WhoisRecord.read(tld, evidence));
        }

        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }

    /// RDAP counts, for TLS tells who answers; WHOIS, which anybody on the way can bend, must say the same (MAIL_RULES 11).
    record Two(Line rdap, Line whois) implements Enquiry {
        @Override
        public Authority about(Tld tld, Instant now, boolean byHand) throws IOException {
            Evidence first = rdap.ask(tld, now, byHand);
            RdapRecord record = RdapRecord.read(tld, first.raw());
            try {
                return Agreement.of(record, first, WhoisRecord.read(tld, whois.ask(tld, now, byHand)));
            } catch (IOException silent) {
                return Agreement.of(record, first, new Authority.Unreachable(String.valueOf(silent.getMessage())));
            }
        }

        @Override
        public Optional<Authority> recalled(Tld tld, List<Evidence> stored) {
            Optional<Evidence> first = rdap.among(tld, stored);
            Optional<Evidence> second = whois.among(tld, stored);
            if (first.isEmpty() || second.isEmpty()) return Optional.empty();
            try {
                return Optional.of(Agreement.of(RdapRecord.read(tld, first.get().raw()), first.get(), WhoisRecord.read(tld, second.get())));
            } catch (IOException unreadable) {
                // kept by another version; it is asked for anew
                return Optional.empty();
            }
        }

        @Override
        public List<Line> lines() {
            return List.of(rdap, whois);
        }
    }
}
