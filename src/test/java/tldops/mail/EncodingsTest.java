package tldops.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Request;

/// Every transfer encoding and every charset, also where they lie (MAIL_RULES 29).
class EncodingsTest {
    @ParameterizedTest
    @CsvSource({
        "windows-1250, Zażółć", "windows-1251, подтверждаю", "windows-1252, “naïve”", "windows-1253, Ελλάδα", "windows-1254, İstanbul", "windows-1255, שלום", "windows-1256, مرحبا", "windows-1257, Ačiū", "iso-2022-jp, 確認します",
        "gb18030, 确认", "gb2312, 确认", "big5, 確認", "euc-kr, 확인", "ks_c_5601-1987, 확인", "koi8-r, да", "shift_jis, 確認", "utf-16, é", "iso-8859-15, 10 €", "utf8, é", "tis-620, ไทย", "iso-8859-8-i, שלום"})
    void textInThisCharsetIsRead(String label, String text) {
        String real = label.equals("gb2312") ? "gbk" : label.equals("ks_c_5601-1987") ? "euc-kr" : label.equals("iso-8859-8-i") ? "iso-8859-8" : label;

        assertThat(Charsets.decode(text.getBytes(Charset.forName(real)), label)).isEqualTo(new Charsets(text, true));
    }

    @Test
    void asciiAndLatinOneThatAreSomethingElseAreGuessed() {
        assertThat(Charsets.decode("é".getBytes(UTF_8), "us-ascii").text()).isEqualTo("é");
        assertThat(Charsets.decode("“é".getBytes(Charset.forName("windows-1252")), "iso-8859-1").text()).isEqualTo("“é");
        assertThat(Charsets.decode("é".getBytes(ISO_8859_1), "").text()).isEqualTo("é");
    }

    @Test
    void unknownCharsetIsAsciiWithReplacement() {
        assertThat(Charsets.decode("confirmé".getBytes(ISO_8859_1), "x-klingon")).isEqualTo(new Charsets("confirm\ufffd", false));
        assertThat(Charsets.decode(new byte[] {'a'}, "!!! \u0000")).isEqualTo(new Charsets("a", false));
    }

    @ParameterizedTest
    @CsvSource({"begin 6", "begin 644", "begin", "'begin 6\r\nend\r\n'"})
    void aBrokenUuencodeIsReadAsItStands(String text) {
        assertThat(Transfer.decode(text.getBytes(US_ASCII), "x-uuencode")).asString().isEqualTo(text);
    }

    @Test
    void utf7IsRefused() {
        assertThat(Charsets.decode("+AGM-".getBytes(US_ASCII), "utf-7")).isEqualTo(new Charsets("+AGM-", false));
        assertThat(Charsets.decode("+AGM-".getBytes(US_ASCII), "unicode-1-1-utf-7")).isEqualTo(new Charsets("+AGM-", false));
    }

    @Test
    void verdictInAnUnknownCharsetIsDoubtful() {
        Request request = Specimen.read("From: admin@nic.example\nContent-Type: text/plain; charset=x-klingon\n\nconfirm\n").request();

        assertThat(request).isInstanceOfSatisfying(Request.Answered.class, answered -> assertThat(answered.doubtful()).isTrue());
    }

    @Test
    void byteOrderMarkTellsTheCharset() {
        assertThat(Charsets.decode("\ufeffdéjà".getBytes(UTF_8), "iso-8859-1").text()).isEqualTo("déjà");
        assertThat(Charsets.decode("\ufeffok".getBytes(Charset.forName("utf-16le")), "us-ascii").text()).isEqualTo("ok");
    }

    @Test
    void brokenBase64IsReadAsFarAsItGoes() {
        String whole = Base64.getEncoder().encodeToString("confirm, please".getBytes(US_ASCII));

        assertThat(decoded(whole.substring(0, 11), "base64")).isEqualTo("confirm,");
        assertThat(decoded(whole.substring(0, 4) + "\r\n*!*" + whole.substring(4), "BASE64")).isEqualTo("confirm, please");
        assertThat(decoded("Y29u\nZmlybQ==\nZGVueQ==", "base64")).isEqualTo("confirmdeny");
        assertThat(decoded("", "base64")).isEmpty();
    }

    @Test
    void otherEncodingsAreReadOrLeftAlone() {
        assertThat(decoded("con=\r\nfirm=21", "Quoted-Printable")).isEqualTo("confirm!");
        assertThat(decoded("100%=", "quoted-printable")).startsWith("100%");
        assertThat(decoded("confirm", "x-unheard-of")).isEqualTo("confirm");
        assertThat(decoded("begin 644 x\r\n'8V]N9FER;0\r\n`\r\nend\r\n", "x-uuencode")).isEqualTo("confirm");
        assertThat(decoded("begin 644 x\r\n'8V]N9FER;0", "uuencode")).startsWith("con");
        assertThat(decoded("no uuencode at all", "uuencode")).isEqualTo("no uuencode at all");
    }

    @Test
    void flowedLinesAreJoinedAndKeepTheirQuoteMarks() {
        assertThat(Flowed.join("I \r\nconfirm\r\n> a \r\n> b\r\n>> c \r\n-- \r\nAdam", false)).isEqualTo("I confirm\n> a b\n>> c \n-- \nAdam\n");
        assertThat(Flowed.join("con \nfirm", true)).isEqualTo("confirm\n");
        assertThat(Flowed.join(" >not quoted", false)).isEqualTo(">not quoted\n");
    }

    @Test
    void eightBitHeaderIsRead() throws Exception {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.write("From: Ad\u00e9 <admin@nic.example>\r\nSubject: d\u00e9j\u00e0\r\n\r\nconfirm".getBytes(ISO_8859_1));

        Reading reading = Specimen.read(raw.toByteArray());

        assertThat(reading.mail().subject()).isEqualTo("déjà");
        assertThat(reading.mail().from()).isPresent();
    }

    private static String decoded(String raw, String encoding) {
        return new String(Transfer.decode(raw.getBytes(US_ASCII), encoding), US_ASCII);
    }
}
