package tldops.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a command looks at beside its words: the environment and the files, as the manual page tells them.
final class Surroundings {
    static final Map<String, String> ENVIRONMENT = pairs("""
            TLDOPS_CONFIG | The configuration of commands that are typed without --config. In the Debian package /etc/tldops/tldops.conf when it is not set.
            TLDOPS_HEAP | How much memory Java's heap may take, as 512m.
            TLDOPS_JAVA_OPTS | Further options of the Java machine.
            TLDOPS_AOT | The folder of the cache that lets the daemon start in half the time; off = none is made or used.
            JAVA_HOME | The Java to use; otherwise the first that is new enough below /usr/lib/jvm, then the one on the PATH.
            SENDER, ORIGINAL_RECIPIENT, RECIPIENT | What a mail server tells `tldops deliver` of the mail.
            COLUMNS | How wide tables may be.
            NO_COLOR | Set to anything, `tldops demo` prints without colours.
            """);

    static final Map<String, String> FILES = pairs("""
            /etc/tldops/tldops.conf | The configuration of the Debian package: only what differs from the defaults.
            /usr/share/doc/tldops-robot/tldops.conf | Every key with its default and what it means; see tldops.conf(5).
            /var/lib/tldops | The data folder of the Debian package, for the user tldops alone: database, lock, and tldops.sock, by which commands reach the daemon.
            /var/backups/tldops | Where the robot of the Debian package may write backups.
            /var/cache/tldops-robot | Java's cache for a quick start. It may be removed at any time; `dpkg-reconfigure tldops-robot` makes it anew.
            """);

    private Surroundings() {}

    private static Map<String, String> pairs(String table) {
        Map<String, String> pairs = new LinkedHashMap<>();
        table.lines().forEach(line -> pairs.put(line.substring(0, line.indexOf(" | ")), line.substring(line.indexOf(" | ") + 3)));
        return pairs;
    }
}
