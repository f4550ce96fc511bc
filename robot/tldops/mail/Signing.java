package tldops.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/// The key with which our letters are DKIM-signed (RFC 6376, RFC 8301), and the signing of finished bytes.
///
/// @param domain the `d=` of the signature
/// @param selector the `s=`: the public key stands at `selector._domainkey.domain`
public record Signing(String domain, String selector, PrivateKey key) {
    private static final Pattern PEM = Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");
    /// Every header that means something to the receiver, as far as the letter has it.
    private static final List<String> SIGNED = List.of("from", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
            "auto-submitted", "mime-version", "content-type", "content-transfer-encoding");
    private static final int WEAKEST = 1024;

    /// Reads the text of a key file: PEM, PKCS#8 (`BEGIN PRIVATE KEY`) or PKCS#1 (`BEGIN RSA PRIVATE KEY`).
    ///
    /// @throws IllegalArgumentException when it is no RSA key of at least 1024 bits; never with a piece of the key in it
    public static PrivateKey key(String pem) {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) throw new IllegalArgumentException("no PEM private key (PKCS#8 or PKCS#1)");
        try {
            byte[] der = Base64.getMimeDecoder().decode(found.group(2));
            byte[] pkcs8 = found.group(1) == null ? der : wrapped(der);
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= WEAKEST) return key;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("not a readable RSA private key");
        }
        throw new IllegalArgumentException("RSA key shorter than " + WEAKEST + " bits (RFC 8301 3.2)");
    }

    /// PKCS#1 inside the PKCS#8 frame (RFC 5208 5): version 0, rsaEncryption, the key as octets.
    private static byte[] wrapped(byte[] pkcs1) {
        byte[] head = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
        return tagged(0x30, head, tagged(0x04, pkcs1));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) content.writeBytes(part);
        int length = content.size();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (length < 0x80) {
            all.write(length);
        } else {
            all.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    /// The same mail with a `DKIM-Signature` on top: rsa-sha256, relaxed/relaxed. Without `t=`, so that the same mail
    /// gives the same bytes; From is named twice, so that nobody can add another one (RFC 6376 5.4.2).
    byte[] signed(byte[] mail) {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + String.join(" : ", present(mail)) + "; bh=; b=;";
        try {
            String header = new DKIMSigner(template, key).sign(new ByteArrayInputStream(mail));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes((folded(header) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(mail);
            return all.toByteArray();
        } catch (IOException | FailException failed) {
            throw new IllegalStateException("the mail could not be DKIM-signed", failed);
        }
    }

    private static List<String> present(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        String head = "\r\n" + text.substring(0, text.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(SIGNED.stream().filter(name -> head.contains("\r\n" + name + ":")).toList());
        names.add("from");
        return names;
    }

    /// Short lines. A fold may stand only where the signed form has a space (RFC 6376 3.4.2), and anywhere in `b=`,
    /// which is not signed.
    private static String folded(String header) {
        return Arrays.stream(header.split("; ?")).map(tag -> tag.startsWith("b=")
                ? tag.replaceAll("(.{70})(?=.)", "$1\r\n ")
                : tag.replaceAll("((?:[a-z=-]+ : ){3}[a-z-]+ :) ", "$1\r\n ")).collect(Collectors.joining(";\r\n ", "", ";"));
    }

    /// Never the key.
    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }
}
