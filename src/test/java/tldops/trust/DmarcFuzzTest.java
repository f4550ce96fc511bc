package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.fuzz.Sound;

/// What domains publish at `_dmarc`, and the walk up the tree of names by it (RFC 9989 4.7, 4.10). The first line is a domain,
/// each other one a name and what is published there.
class DmarcFuzzTest {
    /// RFC 9989 4.10: a name of however many labels costs no more questions than this.
    private static final int QUESTIONS = 8;

    static Stream<byte[]> specimens() {
        return Stream.of("a.mail.registry.example\n_dmarc.mail.registry.example v=DMARC1; p=none\n_dmarc.registry.example v=DMARC1; p=reject; sp=none; np=reject; adkim=s",
                        "a.b.c.d.e.f.g.h.mail.registry.example\n_dmarc.example v=DMARC1; psd=y; p=reject", "b.a.registry.example\n_dmarc.a.registry.example v=DMARC1;psd=n;p=quarantine;t=y",
                        "registry.example\n_dmarc.registry.example v=spf1 -all\n_dmarc.registry.example v=DMARC1; p=reject; rua=mailto:a@b.example\n_dmarc.registry.example v=DMARC1; p=none")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void tree(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().limit(40).toList();
        lines.forEach(line -> record(line.substring(line.indexOf(' ') + 1)));
        Optional<Address> author = lines.stream().findFirst().flatMap(domain -> Address.parse("a@" + domain));
        if (author.isEmpty()) return;
        String start = author.get().domain();
        List<String> asked = new ArrayList<>();
        TreeWalk walk = TreeWalk.from(start, (name, kind) -> {
            asked.add(name);
            return answer(lines.subList(1, lines.size()), name);
        });
        assertEquals(walk, TreeWalk.from(start, (name, kind) -> answer(lines.subList(1, lines.size()), name)), "the same answers lead elsewhere");
        assertTrue(asked.size() <= QUESTIONS && asked.size() == asked.stream().distinct().count(), () -> "too many questions: " + asked);
        asked.forEach(name -> assertTrue(above(start, name.substring("_dmarc.".length())), () -> "asked for a stranger: " + name));
        assertTrue(above(start, walk.organisation()), () -> start + " belongs to " + walk.organisation());
        walk.policy().ifPresent(policy -> assertTrue(above(start, policy.domain()), () -> "the policy of " + policy.domain()));
        walk.records().forEach(record -> assertTrue(asked.contains("_dmarc." + record.domain()), "a record that nobody asked for"));
    }

    private static Dns.Answer answer(List<String> lines, String name) {
        List<String> texts = lines.stream().filter(line -> line.startsWith(name + " ")).map(line -> line.substring(name.length() + 1)).toList();
        if (texts.contains("silent")) return new Dns.Answer.Silent("no answer");
        return texts.isEmpty() ? new Dns.Answer.Nothing(true) : new Dns.Answer.Found(texts);
    }

    private static boolean above(String start, String name) {
        return start.equals(name) || start.endsWith("." + name);
    }

    /// Nothing is wanted that the text does not say, and the text says so once.
    private static void record(String text) {
        Optional<DmarcRecord> read = Sound.twice(() -> DmarcRecord.read("registry.example", text));
        assertEquals(read, DmarcRecord.only("registry.example", List.of("v=spf1 -all", text)), "texts of others change it");
        if (read.isEmpty()) return;
        assertTrue(DmarcRecord.only("registry.example", List.of(text, "v=DMARC1; p=none")).isEmpty(), "of two records one is chosen");
        assertTrue(DmarcRecord.read("registry.example", text + "; p=none; p=none").isEmpty(), "a tag that stands twice");
        String said = ";" + text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        assertTrue(said.startsWith(";v=dmarc1"), text);
        DmarcRecord record = read.get();
        said(record.p(), said, "p");
        record.sp().ifPresent(wish -> said(wish, said, "sp"));
        record.np().ifPresent(wish -> said(wish, said, "np"));
        assertFalse(record.strictDkim() && !said.contains("adkim=s"), text);
        assertFalse(record.psd() == DmarcRecord.Psd.YES && !said.contains(";psd=y"), text);
    }

    private static void said(DmarcRecord.Wish wish, String said, String tag) {
        assertTrue(wish == DmarcRecord.Wish.NONE || said.contains(";" + tag + "=" + wish.name().toLowerCase(Locale.ROOT)), () -> wish + " is not what " + said + " says");
    }
}
