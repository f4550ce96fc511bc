package tldops.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A small disk of its own in memory, seen only by the processes that are started in it: a mount namespace that needs no
/// root where the kernel lets users make one.
public final class SmallDisk implements AutoCloseable {
    private final Process holder;
    private final Path at;

    /// @param at an empty folder, on which it is mounted
    public SmallDisk(Path at, String size) throws IOException, InterruptedException {
        this.at = at;
        List<String> words = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o mode=700,size=" + size + " tmpfs \"$0\" && echo ready && cat", at.toString()));
        holder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = holder.inputReader();
        if (!"ready".equals(said.readLine())) {
            throw new AssertionError("no small disk can be mounted here: `unshare --map-root-user --mount` must work, which root can always allow (kernel.unprivileged_userns_clone, or run the check as root)");
        }
    }

    /// Words that run a command with that disk.
    public List<String> on(List<String> command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--preserve-credentials", "--user", "--mount", "--wd=" + Path.of("").toAbsolutePath(), "--target", Long.toString(holder.pid())));
        words.addAll(command);
        return words;
    }

    public void resize(String size) throws IOException, InterruptedException {
        remount("size=" + size);
    }

    private void remount(String options) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder(on(List.of("mount", "-o", "remount," + options, at.toString()))).inheritIO().start();
        if (!mount.waitFor(60, TimeUnit.SECONDS) || mount.exitValue() != 0) throw new AssertionError("mount -o remount," + options + " failed");
    }

    /// A file of it, as those see it who are not in it.
    public Path seen(Path file) {
        return Path.of("/proc", Long.toString(holder.pid()), "root").resolve(Path.of("/").relativize(file));
    }

    /// Copies a file of it out.
    public void out(Path file, Path to) throws IOException {
        Files.copy(seen(file), to);
    }

    @Override
    public void close() throws InterruptedException {
        holder.descendants().forEach(ProcessHandle::destroyForcibly);
        holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
