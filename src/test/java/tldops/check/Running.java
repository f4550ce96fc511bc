package tldops.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process that runs the daemon, from start to SIGKILL, and its port for everybody who wants to go on talking to it.
final class Running implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    /// The robot's log at WARN, on the way to ours.
    static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-Dlogback.configurationFile=" + Path.of("src/test/java/tldops/check/logback-child.xml").toAbsolutePath());

    private final List<String> words;
    private final Path config;
    private final Set<Process> dead = ConcurrentHashMap.newKeySet();
    private int port;
    private volatile CompletableFuture<Boolean> settled = new CompletableFuture<>();
    private volatile Process process;

    /// @param words the java command, without the robot's options; a tracer may stand before it
    Running(Path config, List<String> words) throws IOException {
        this.config = config;
        this.words = words;
        process = begin();
    }

    private Process begin() throws IOException {
        List<String> command = new ArrayList<>(words);
        command.addAll(OPTIONS);
        command.addAll(List.of(Child.class.getName(), config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Ground.ENVIRONMENT);
        Process started = builder.start();
        Thread.ofVirtual().start(() -> listen(started));
        return started;
    }

    private void listen(Process started) {
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = PORT.matcher(line);
                if (matcher.matches()) up(started, Integer.parseInt(matcher.group(1)));
                else if (line.equals("settled") || line.equals("posted") || line.equals("done")) settled.complete(true);
                else System.out.println("child: " + line);
            }
        } catch (IOException killed) {
            // as it was meant to be
        }
    }

    private synchronized void up(Process started, int heard) {
        if (!dead.contains(started)) port = heard;
        notifyAll();
    }

    /// The port of the one that runs now or will run next; waits for it.
    synchronized int port() throws InterruptedException {
        while (port == 0) wait();
        return port;
    }

    synchronized boolean up() {
        return port != 0;
    }

    /// Waits until it takes mail; whether it does not end by itself before.
    boolean starts() throws InterruptedException {
        while (!up()) if (process.waitFor(50, TimeUnit.MILLISECONDS)) return false;
        return true;
    }

    /// Lets it run for so long; it must not end by itself.
    void letRun(long milliseconds) throws InterruptedException {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) throw new AssertionError("the daemon ended by itself with " + process.exitValue());
    }

    /// SIGKILL; returns when it is dead.
    void kill() throws InterruptedException {
        synchronized (this) {
            dead.add(process);
            port = 0;
        }
        for (ProcessHandle below : process.descendants().toList()) below.destroyForcibly();
        process.toHandle().destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("it does not die");
    }

    /// Waits until it ends by itself.
    ///
    /// @return its exit code
    int ended() throws InterruptedException {
        if (!process.waitFor(180, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
        synchronized (this) {
            dead.add(process);
            port = 0;
        }
        return process.exitValue();
    }

    void again() throws IOException {
        process = begin();
    }

    /// Returns when it has decided all mail and no letter is due.
    void settle() throws Exception {
        say("settle");
    }

    /// Returns when a letter to so many is recorded.
    void post(String id, int members) throws Exception {
        say("post " + id + " " + members);
    }

    /// Has it do something once it takes mail.
    ///
    /// @return whether it has done it; not when it was killed before it said so
    boolean does(String errand) throws InterruptedException {
        port();
        Process asked = process;
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        settled = done;
        try {
            asked.outputWriter().write(errand + "\n");
            asked.outputWriter().flush();
        } catch (IOException killed) {
            return false;
        }
        while (!done.isDone()) if (asked.waitFor(20, TimeUnit.MILLISECONDS)) return false;
        return true;
    }

    private void say(String word) throws Exception {
        settled = new CompletableFuture<>();
        process.outputWriter().write(word + "\n");
        process.outputWriter().flush();
        settled.get(300, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
