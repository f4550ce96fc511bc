package tldops.iana;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tldops.core.Authority.Evidence;
import tldops.core.Digest;
import tldops.core.Tld;

/// One source as it is asked: with restraint, and with a memory of how that went.
public final class Line {
    private final String name;
    private final Source source;
    private final Optional<Restraint> restraint;
    private final Pulse pulse = new Pulse();

    private Line(String name, Source source, Optional<Restraint> restraint) {
        this.name = name;
        this.source = source;
        this.restraint = restraint;
    }

    /// @param name as people know it: `RDAP`, `WHOIS`
    /// @param perDay how often it may be asked in one day
    public static Line to(String name, Source server, int perDay) {
        return new Line(name, server, Optional.of(new Restraint(perDay)));
    }

    /// One on this machine: asking costs nobody anything.
    public static Line local(String name, Source source) {
        return new Line(name, source, Optional.empty());
    }

    /// The answer with its hash and its time.
    ///
    /// @param byHand somebody tries whether it works again
    /// @throws IOException when there is none, or it may not be asked now
    Evidence ask(Tld tld, Instant now, boolean byHand) throws IOException {
        try {
            if (restraint.isPresent()) restraint.get().asking(now, byHand);
        } catch (IOException patience) {
            pulse.spared();
            throw new IOException(name + ": " + patience.getMessage(), patience);
        }
        try {
            String raw = source.ask(tld);
            restraint.ifPresent(Restraint::answered);
            pulse.answered(now);
            return new Evidence(source.where(tld), now, Digest.hex(raw), raw);
        } catch (IOException silent) {
            restraint.ifPresent(held -> held.failed(now, silent));
            throw failed(now, silent);
        } catch (RuntimeException broken) {
            restraint.ifPresent(held -> held.failed(now, new IOException(broken)));
            throw failed(now, broken);
        }
    }

    private IOException failed(Instant now, Exception why) {
        String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        pulse.failed(now, reason);
        return new IOException(name + ": " + reason, why);
    }

    /// The answer of this source among stored ones.
    Optional<Evidence> among(Tld tld, List<Evidence> stored) {
        return stored.stream().filter(evidence -> evidence.source().equals(source.where(tld))).findFirst();
    }

    void close() {
        source.close();
    }

    public String name() {
        return name;
    }

    /// How asking has gone.
    public Pulse pulse() {
        return pulse;
    }

    /// How often it was asked on the day of this time.
    public int today(Instant now) {
        return restraint.map(held -> held.today(now)).orElse(0);
    }

    /// How often it may be; empty when that does not matter.
    public Optional<Integer> perDay() {
        return restraint.map(Restraint::perDay);
    }
}
