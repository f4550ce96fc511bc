package tldops.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Where it is kept how far each folder of the mailbox is read, beyond a restart (L12).
///
/// @param read by the folder's name; empty when the folder was never opened
/// @param write returns when it is on disk
public record ImapMarks(Function<String, Optional<Mark>> read, BiConsumer<String, Mark> write) {
    /// @param validity UIDVALIDITY, under which the numbers of mails count
    /// @param uid all mails up to this number are done with
    /// @param began when the folder was first opened, by the server's clock; what came earlier is never answered
    public record Mark(long validity, long uid, Instant began) {}
}
