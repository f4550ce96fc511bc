package tldops.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The DNS as the robot's process sees it (`jdk.net.hosts.file`): a name that is not in the file can not be resolved.
record Names(Path file) {
    static final String IANA = "whois.iana.test";
    static final String RELAY = "relay.lists.test";

    static Names of(Path file) throws IOException {
        Names names = new Names(file);
        names.there(true);
        return names;
    }

    void there(boolean there) throws IOException {
        Path next = file.resolveSibling("names.next");
        String always = "127.0.0.1 localhost\n127.0.0.1 " + InetAddress.getLocalHost().getHostName() + "\n";
        Files.writeString(next, there ? always + "127.0.0.1 " + IANA + "\n127.0.0.1 " + RELAY + "\n" : always);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
