package tldops.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tldops.core.Marks;

/// The sign by which a robot shows in a mailbox that it reads there: a small mail in a folder of its own.
///
/// @param uid its number in that folder; 0 before it lies there
/// @param came when it came to lie there, by the server's clock
/// @param robot the id of the robot
/// @param life drawn anew each time the robot starts
/// @param host where the robot runs
/// @param since since when it reads, by its own clock: for people
/// @param first number of the sign with which it began to read; the lower one goes on reading; 0 when it is this one
record ImapMarker(long uid, Instant came, String robot, String life, String host, String since, long first) {
    private static final String LIFE = "X-TLD-OPS-Life";
    private static final String HOST = "X-TLD-OPS-Host";
    private static final String SINCE = "X-TLD-OPS-Since";
    private static final String FIRST = "X-TLD-OPS-First";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    long seniority() {
        return first == 0 ? uid : first;
    }

    byte[] bytes() {
        return ("Subject: tldops-robot on " + host + " reads this mailbox\r\n"
                + Marks.LOOP_HEADER + ": " + robot + "\r\n" + LIFE + ": " + life + "\r\n" + HOST + ": " + host + "\r\n" + SINCE + ": " + since + "\r\n" + FIRST + ": " + first
                + "\r\n\r\nA second robot that finds this mail leaves the mailbox alone. It is renewed every few minutes\r\nand may be deleted when no robot runs.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Empty when these bytes are no such sign.
    static Optional<ImapMarker> read(long uid, Instant came, byte[] bytes) {
        Optional<String> robot = field(bytes, Marks.LOOP_HEADER);
        Optional<String> life = field(bytes, LIFE);
        if (robot.isEmpty() || life.isEmpty()) return Optional.empty();
        long first = field(bytes, FIRST).filter(text -> NUMBER.matcher(text).matches()).map(Long::parseLong).orElse(0L);
        return Optional.of(new ImapMarker(uid, came, robot.get(), life.get(), field(bytes, HOST).orElse("?"), field(bytes, SINCE).orElse("?"), first));
    }

    private static Optional<String> field(byte[] bytes, String name) {
        return Head.values(bytes, name, 1).stream().map(value -> value.replaceAll("[^\\x21-\\x7e]", "?")).filter(value -> !value.isEmpty() && value.length() <= 255).findFirst();
    }
}
