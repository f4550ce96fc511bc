package tldops.post;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import tldops.core.Address;

/// A letter for the SMTP library that stays what it is: the bytes sent are the bytes stored, signature and all.
final class Stored extends SMTPMessage {
    private final byte[] bytes;

    /// @param eightBit the relay takes 8BITMIME (RFC 6152)
    Stored(Session session, Due letter, boolean eightBit) {
        super(session);
        bytes = letter.bytes();
        saved = true;
        setEnvelopeFrom(letter.envelopeFrom().map(Address::toString).orElse("<>"));
        if (eightBit && !ascii(bytes)) setMailExtension("BODY=8BITMIME");
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }

    static boolean ascii(byte[] bytes) {
        for (byte one : bytes) if (one < 0) return false;
        return true;
    }
}
