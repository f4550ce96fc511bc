package tldops.mail;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tldops.core.Bearer;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Rules;

/// What of a mail is signed, and by what (RFC 1847, RFC 8551 3.5, RFC 3156 5), as bytes that nobody has judged yet; and how
/// the signed part reads when nothing but it is read.
///
/// @param protocol in lower case, as the mail declares it
/// @param micalg in lower case; "" when it is not said
/// @param content the signed part with CR LF at its line ends; empty where the signature holds it
/// @param signature without transfer encoding
@SuppressWarnings("ArrayRecordComponent")
public record SignedPart(String protocol, String micalg, Optional<byte[]> content, byte[] signature) {
    private static final int MOST = 256 * 1024;

    /// How the signed part reads.
    ///
    /// @param bearers the secrets that stand in it, its own header fields included (`protected-headers`, RFC 9788)
    public record Text(Request request, List<Bearer> bearers) {}

    /// Those on the top of a mail, or right below a `multipart/mixed` that a list or a gateway put around it. What stands
    /// deeper, or in an attached mail, is somebody else's.
    public static List<SignedPart> in(byte[] raw) {
        Part.Tree tree = Part.parse(raw);
        if (tree.beyond()) return List.of();
        Part root = tree.root();
        Stream<Part> places = root.is("multipart/mixed") ? root.parts().stream() : Stream.of(root);
        return places.flatMap(part -> of(part).stream()).toList();
    }

    private static Optional<SignedPart> of(Part part) {
        if (part.type().equals("application/pkcs7-mime") || part.type().equals("application/x-pkcs7-mime")) {
            boolean signed = List.of("", "signed-data").contains(lower(part.parameter("smime-type")));
            return signed ? Optional.of(new SignedPart("application/pkcs7-mime", "", Optional.empty(), bounded(part.content(), 8 * 1024 * 1024))) : Optional.empty();
        }
        if (!part.type().equals("multipart/signed")) return Optional.empty();
        // exactly two parts (RFC 1847 2.1); of anything else nobody can say what is signed
        boolean two = part.parts().size() == 2 && part.parts().getLast().type().equals(lower(part.parameter("protocol")));
        return Optional.of(new SignedPart(lower(part.parameter("protocol")), lower(part.parameter("micalg")), Optional.of(two ? wired(part.parts().getFirst().whole()) : new byte[0]),
                two ? bounded(part.parts().getLast().content(), MOST) : new byte[0]));
    }

    private static byte[] bounded(byte[] signature, int most) {
        return signature.length > most ? new byte[0] : signature;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// A door may hand a mail over with the line ends of this machine; what was signed had CR LF (RFC 8551 3.1.1).
    private static byte[] wired(byte[] part) {
        ByteArrayOutputStream wired = new ByteArrayOutputStream(part.length + 64);
        for (int i = 0; i < part.length; i++) {
            if (part[i] == '\n' && (i == 0 || part[i - 1] != '\r')) wired.write('\r');
            wired.write(part[i]);
        }
        return wired.toByteArray();
    }

    /// Reads the signed part alone: no Subject, no address that the mail was sent to, nothing that stands around it.
    ///
    /// @return empty when it is beyond the limits of what we read
    public static Optional<Text> read(byte[] content, Rules.MailingList own) {
        Part.Tree tree = Part.parse(content);
        if (tree.beyond()) return Optional.empty();
        Texts texts = Texts.of(tree.root());
        NewText text = Quoting.split(texts.plain());
        NewText html = texts.html().equals(texts.plain()) ? text : Quoting.split(texts.html());
        List<Bearer> bearers = Tokens.all(new Envelope("", false, Optional.empty(), List.of(), ""), tree.root().headers(), text, own);
        return Optional.of(new Text(Versions.read("", text, html, texts, !bearers.isEmpty()), bearers));
    }
}
