package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Bytes of a text part to characters, whatever its charset is called. An unknown one, and UTF-7, in which ASCII can
/// hide, is read as US-ASCII with replacement (MAIL_RULES 29).
///
/// @param known whether the charset was one we can read
record Charsets(String text, boolean known) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Charsets decode(byte[] bytes, String label) {
        Optional<Charset> bom = bom(bytes);
        if (bom.isPresent()) return new Charsets(strip(new String(bytes, bom.get())), true);
        Optional<Charset> charset = named(label);
        if (charset.isEmpty()) return new Charsets(new String(bytes, StandardCharsets.US_ASCII), false);
        if (loose(charset.get())) return new Charsets(utf8Or1252(bytes), true);
        try {
            return new Charsets(strip(new String(bytes, charset.get())), true);
        } catch (RuntimeException | CoderMalfunctionError broken) {
            return new Charsets(new String(bytes, StandardCharsets.US_ASCII), false);
        }
    }

    private static Optional<Charset> bom(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) return Optional.of(StandardCharsets.UTF_8);
        if (starts(bytes, 0xfe, 0xff) || starts(bytes, 0xff, 0xfe)) return Optional.of(StandardCharsets.UTF_16);
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xff) != mark[i]) return false;
        return true;
    }

    private static String strip(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /// ASCII and Latin-1 are what mailers say when they do not know.
    private static boolean loose(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.ISO_8859_1);
    }

    private static String utf8Or1252(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        String known = switch (name) {
            case "", "ascii", "us-ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "8bit", "unknown-8bit" -> "us-ascii";
            case "gb2312", "gbk", "x-gbk", "cp936", "gb_2312-80" -> "gb18030";
            case "ks_c_5601-1987", "ksc5601", "euc-kr" -> "x-windows-949";
            case "iso-8859-8-i", "iso-8859-8-e" -> "iso-8859-8";
            case "utf8", "utf-8mb4" -> "utf-8";
            case "shift-jis", "x-sjis", "sjis", "shift_jis" -> "windows-31j";
            case "iso-2022-jp" -> "x-windows-iso2022jp";
            default -> MimeUtility.javaCharset(name);
        };
        try {
            return Charset.isSupported(known) && !known.contains("utf-7") ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
