package tldops;

import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/// Where a mail server of the tests listens, which may take its time to start: its own two seconds are too few on a machine
/// with other work.
public final class PatientMail {
    private PatientMail() {}

    /// @param port 0 takes any free one
    /// @param protocol one of ServerSetup's names
    public static ServerSetup server(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
        return setup;
    }
}
