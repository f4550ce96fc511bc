package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Form;
import tldops.core.Request;
import tldops.fuzz.Sound;

/// A form as somebody filled it in (R073, R084-R090), alone and where it is quoted, with a secret of ours and without: what is
/// taken out of it stands in it.
class FormFuzzTest {
    static Stream<byte[]> specimens() {
        return Sound.seeds(Specimen.all().map(specimen -> Texts.of(Part.parse(specimen.raw()).root()).plain().getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("specimens")
    @FuzzTest
    void form(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        taken(read(new NewText(text, "", ""), false), text);
        Request quoted = read(new NewText("", "", text), false);
        assertFalse(quoted instanceof Request.FilledIn, "a quoted form counts without the secret of its letter");
        assertFalse(quoted instanceof Request.Answered, "a quoted word is an answer (MAIL_RULES 17)");
        taken(read(Quoting.split(text), true), text);
    }

    private static Request read(NewText text, boolean token) {
        return Sound.twice(() -> RequestReader.read("", text, false, token));
    }

    private static void taken(Request request, String text) {
        Sound.request(request);
        if (!(request instanceof Request.FilledIn(Form form))) return;
        String seen = seen(text);
        for (Form.Entry entry : form.entries()) {
            entry.email().value().forEach(list -> list.forEach(address -> stands(address, seen)));
            entry.name().value().forEach(name -> assertTrue(name.codePointCount(0, name.length()) <= 100, name));
        }
    }

    /// The name of its host may be written in other letters than those of its A-label.
    private static void stands(Address address, String seen) {
        assertTrue(seen.contains(seen(address.local())), () -> address + " does not stand in the form");
    }

    private static String seen(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{C}>]+", "").toLowerCase(Locale.ROOT);
    }
}
