package tldops.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A Postfix of Debian's package with configuration, queue, data, log and port of its own, all in one folder: the one that
/// the machine may run is not touched. It relays what is not the robot's to a sink.
final class Postfix implements AutoCloseable {
    /// How it names itself in Received and in Authentication-Results.
    static final String NAME = "mx.lists.example";

    /// What every Postfix has in master.cf, without chroot.
    private static final List<String> SERVICES = List.of(
            "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr", "tlsmgr unix - - n 1000? 1 tlsmgr", "rewrite unix - - n - - trivial-rewrite",
            "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify", "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap",
            "smtp unix - - n - - smtp", "relay unix - - n - - smtp", "lmtp unix - - n - - lmtp", "showq unix n - n - - showq", "error unix - - n - - error", "retry unix - - n - - error",
            "discard unix - - n - - discard", "anvil unix - - n - 1 anvil", "scache unix - - n - 1 scache", "postlog unix-dgram n - n - 1 postlogd");

    private static final Path PROGRAMS = Path.of("/usr/sbin");

    private final Path folder;
    private final int port;
    private final Thread last = new Thread(this::stopped);

    /// @param folder an empty one; it is opened for the system user postfix
    /// @param sink where mail for everybody else goes
    /// @param main lines of main.cf, as an operator would add them
    /// @param master lines of master.cf, as an operator would add them
    Postfix(Path folder, int sink, List<String> main, List<String> master) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) throw new IllegalStateException("this check starts a Postfix of its own, which only root can do: run make check as root");
        if (!Files.isExecutable(PROGRAMS.resolve("postfix"))) throw new IllegalStateException("this check needs Postfix: sudo apt install postfix");
        this.folder = folder;
        port = free();
        Files.createDirectories(folder);
        for (Path above = folder; above.startsWith(System.getProperty("java.io.tmpdir")) && !above.equals(Path.of(System.getProperty("java.io.tmpdir"))); above = above.getParent()) open(above);
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Path queue = Files.createDirectories(folder.resolve("queue"));
        Path data = Files.createDirectories(folder.resolve("var"));
        Files.setOwner(data, principals().lookupPrincipalByName("postfix"));
        List<String> lines = new ArrayList<>(List.of(
                "compatibility_level = 3.6", "queue_directory = " + queue, "data_directory = " + data, "command_directory = /usr/sbin", "daemon_directory = /usr/lib/postfix/sbin", "mail_owner = postfix",
                "setgid_group = postdrop", "maillog_file = " + log(), "maillog_file_prefixes = " + folder, "inet_interfaces = 127.0.0.1", "inet_protocols = ipv4", "myhostname = " + NAME, "mydestination =",
                "mynetworks = 127.0.0.0/8", "alias_maps =", "smtpd_peername_lookup = no", "smtp_dns_support_level = disabled", "relayhost = [127.0.0.1]:" + sink, "notify_classes ="));
        lines.addAll(main);
        Files.write(configuration.resolve("main.cf"), lines);
        List<String> services = new ArrayList<>(List.of("127.0.0.1:" + port + " inet n - n - - smtpd"));
        services.addAll(SERVICES);
        services.addAll(master);
        Files.write(configuration.resolve("master.cf"), services);
        Runtime.getRuntime().addShutdownHook(last);
        start();
    }

    /// A port below those that the system gives to clients, so that nobody takes it between two starts.
    static int free() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket found = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return found.getLocalPort();
            } catch (BindException _) {
                // somebody is there; another one
            }
        }
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static UserPrincipalLookupService principals() {
        return FileSystems.getDefault().getUserPrincipalLookupService();
    }

    /// A folder in which what is made belongs to the group postfix, as `install -d -g postfix -m 2750` makes it.
    static Path shared(Path folder) throws IOException, InterruptedException {
        GroupPrincipal group = principals().lookupPrincipalByGroupName("postfix");
        Files.getFileAttributeView(Files.createDirectories(folder), PosixFileAttributeView.class).setGroup(group);
        run(List.of("chmod", "2750", folder.toString()), folder.resolveSibling("chmod.log"));
        return folder;
    }

    int port() {
        return port;
    }

    private Path log() {
        return folder.resolve("maillog");
    }

    void start() throws IOException, InterruptedException {
        postfix("start");
    }

    void stop() throws IOException, InterruptedException {
        postfix("stop");
    }

    private void postfix(String word) throws IOException, InterruptedException {
        run(List.of(PROGRAMS.resolve("postfix").toString(), "-c", folder.resolve("etc").toString(), word), folder.resolve("postfix.log"));
    }

    /// Tries what lies in the queue now.
    void flush() throws IOException, InterruptedException {
        postfix("flush");
    }

    /// Postfix's own sendmail.
    void sendmail(String from, List<String> to, String mail) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sendmail.eml"), mail);
        List<String> words = new ArrayList<>(List.of(PROGRAMS.resolve("sendmail").toString(), "-C", folder.resolve("etc").toString(), "-i", "-f", from));
        words.addAll(to);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectInput(file.toFile()).redirectOutput(folder.resolve("sendmail.log").toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) throw new AssertionError("sendmail: " + Files.readString(folder.resolve("sendmail.log")));
    }

    /// A mail by swaks, to its SMTP port.
    void swaks(String from, String to, String subject, String text, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--port", Integer.toString(port), "--helo", "mail.example", "--from", from, "--to", to, "--header", "Subject: " + subject, "--body", text));
        words.addAll(Arrays.asList(more));
        run(words, folder.resolve("swaks.log"));
    }

    private static void run(List<String> words, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log.toFile())).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + words);
        }
        if (process.exitValue() != 0) throw new AssertionError(words + " ends with " + process.exitValue() + ": " + Files.readString(log));
    }

    /// Waits until its log holds such a line.
    void says(String pattern) throws IOException {
        until("Postfix says " + pattern, () -> said().stream().anyMatch(line -> line.matches(".*" + pattern + ".*")));
    }

    List<String> said() {
        try {
            return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether nothing lies in its queue.
    boolean empty() {
        try {
            Path list = folder.resolve("postqueue.log");
            run(List.of(PROGRAMS.resolve("postqueue").toString(), "-c", folder.resolve("etc").toString(), "-j"), list);
            return Files.readString(list).isBlank();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /// Looks every now and then, for three minutes.
    static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) throw new AssertionError("not within three minutes: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void stopped() {
        try {
            stop();
        } catch (IOException | AssertionError notRunning) {
            // it is what we want
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped();
        Runtime.getRuntime().removeShutdownHook(last);
    }
}
