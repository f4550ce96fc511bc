package tldops.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tldops.core.BulletinContent;
import tldops.core.Clean;
import tldops.core.Language;
import tldops.core.Worded;

/// What all readers of one edition get alike: the end of the text and the list as attachments, in the bytes in which it
/// travels (RFC 2046 5.1.3). A reader's own lines stand above it, so that it is made and kept once (DESIGN 1.8).
///
/// @param type the Content-Type of the whole mail
/// @param opening stands before the reader's own lines
/// @param shared follows them
@SuppressWarnings("ArrayRecordComponent")
record Enclosed(String type, byte[] opening, byte[] shared) {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private record Made(BulletinContent.RosterEdition edition, Worded worded, Enclosed enclosed) {}

    private static final Map<Language, Made> LAST = new ConcurrentHashMap<>();

    /// @param worded the words of the shared part; the one made last is remembered
    static Enclosed of(Language language, BulletinContent.RosterEdition edition, Worded worded) {
        Optional<Made> before = Optional.ofNullable(LAST.get(language)).filter(made -> made.edition().equals(edition) && made.worded().equals(worded));
        if (before.isPresent()) return before.get().enclosed();
        Enclosed made = made(edition, worded);
        LAST.put(language, new Made(edition, worded, made));
        return made;
    }

    private static Enclosed made(BulletinContent.RosterEdition edition, Worded worded) {
        String boundary = "=_edition-" + edition.number() + "-" + edition.sha256().substring(0, 16);
        String name = "tld-ops-edition-" + edition.number() + "-TLP-AMBER";
        String opening = "--" + boundary + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
        ByteArrayOutputStream shared = new ByteArrayOutputStream();
        shared.writeBytes(BodyText.quoted(Clean.text(worded.text()).stripTrailing() + "\n"));
        shared.writeBytes(attached(boundary, "text/vcard", name + ".vcf", Cards.vcards(edition.members(), Cards.Version.V3, edition.day().atStartOfDay(ZoneOffset.UTC).toInstant())));
        shared.writeBytes(attached(boundary, "text/csv", name + ".csv", RosterCsv.csv(edition.members())));
        shared.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Enclosed("multipart/mixed; boundary=\"" + boundary + "\"", opening.getBytes(StandardCharsets.US_ASCII), shared.toByteArray());
    }

    private static byte[] attached(String boundary, String type, String name, String text) {
        String head = "\r\n--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n"
                + "Content-Description: TLP:AMBER\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(BASE64.encode(text.getBytes(StandardCharsets.UTF_8)));
        part.writeBytes(new byte[] {'\r', '\n'});
        return part.toByteArray();
    }
}
