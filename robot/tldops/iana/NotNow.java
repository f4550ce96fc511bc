package tldops.iana;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A server asks for patience: 429, 503 (RFC 7480 5.5, RFC 9110 10.2.3).
final class NotNow extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> after;

    /// @param after how long, where it said so
    NotNow(String reason, Optional<Duration> after) {
        super(reason);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }
}
