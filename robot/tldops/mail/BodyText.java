package tldops.mail;

import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import tldops.core.Worded;

/// The text of a letter as it travels (RFC 2045 6): as it is where it can, else quoted-printable, which keeps lines short
/// and words whole. The one written last is remembered: a roster goes to many.
///
/// @param narrow whether it travels as it is
@SuppressWarnings("ArrayRecordComponent")
record BodyText(byte[] bytes, boolean narrow) {
    private static final int WIDTH = 78;
    /// Found once: to look for it takes longer than to encode a letter.
    private static final StreamProvider STREAMS = StreamProvider.provider();

    private record Written(Worded worded, BodyText text) {}

    private static volatile Optional<Written> last = Optional.empty();

    /// @param worded the same words mean the same text
    /// @param text lines parted by `\n`
    static BodyText of(Worded worded, Supplier<String> text) {
        Optional<Written> before = last.filter(written -> written.worded().equals(worded));
        if (before.isPresent()) return before.get().text();
        BodyText made = of(text.get());
        last = Optional.of(new Written(worded, made));
        return made;
    }

    /// @param text lines parted by `\n`
    static BodyText of(String text) {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        boolean narrow = text.chars().allMatch(c -> c < 0x7f) && text.lines().allMatch(line -> line.length() <= WIDTH && !line.startsWith("From "));
        return new BodyText(narrow ? bytes : quoted(bytes), narrow);
    }

    /// Quoted-printable, whatever it holds.
    ///
    /// @param text lines parted by `\n`, the last one with its end: then what follows it may be put behind these bytes
    static byte[] quoted(String text) {
        return quoted(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] quoted(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
        try (OutputStream encoder = STREAMS.outputQP(out)) {
            encoder.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("the text could not be encoded", impossible);
        }
        return out.toByteArray();
    }
}
