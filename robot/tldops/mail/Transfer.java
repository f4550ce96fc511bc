package tldops.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Takes the transfer encoding off a part (RFC 2045 6). What is broken is read as far as it goes; an encoding that
/// nobody knows leaves the bytes as they are.
final class Transfer {
    private Transfer() {}

    static byte[] decode(byte[] raw, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(raw);
            case "quoted-printable" -> library(raw, "quoted-printable");
            case "uuencode", "x-uuencode", "x-uue" -> library(raw, "uuencode");
            default -> raw;
        };
    }

    /// By hand, since lists append footers to it and mailers cut it in the middle of a group.
    private static byte[] base64(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length * 3 / 4);
        int bits = 0;
        int count = 0;
        for (byte b : raw) {
            if (b == '=') {
                count = 0;
                continue;
            }
            int six = sixBits(b);
            if (six < 0) continue;
            bits = bits << 6 | six;
            count += 6;
            if (count >= 8) {
                count -= 8;
                out.write(bits >> count);
            }
        }
        return out.toByteArray();
    }

    private static int sixBits(byte b) {
        if (b >= 'A' && b <= 'Z') return b - 'A';
        if (b >= 'a' && b <= 'z') return b - 'a' + 26;
        if (b >= '0' && b <= '9') return b - '0' + 52;
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }

    private static byte[] library(byte[] raw, String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(raw), encoding)) {
            for (int b = in.read(); b >= 0 && out.size() <= raw.length; b = in.read()) out.write(b);
        } catch (IOException | MessagingException | IndexOutOfBoundsException broken) {
            // the library cuts a `begin` line where it expects its mode, however short that line is
            return out.size() == 0 ? raw : out.toByteArray();
        }
        return out.toByteArray();
    }
}
