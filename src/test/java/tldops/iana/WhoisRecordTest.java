package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Tld;

/// The layouts of IANA_DATA 1; R011, X03, X29.
class WhoisRecordTest {
    private static final String NL = Records.of("NL", "admin@registry.example");

    private static Authority read(String tld, String raw) {
        return WhoisRecord.read(Tld.of(tld), new Authority.Evidence("test", Instant.EPOCH, "", raw));
    }

    private static Optional<Address> admin(String tld, String raw) {
        return read(tld, raw).address();
    }

    @Test
    void theAdministrativeBlockGivesTheAddress() {
        Authority read = read("nl", NL);

        var known = assertInstanceOf(Authority.Known.class, read);
        assertEquals(Address.of("admin@registry.example"), known.admin());
        assertEquals("Kim Sample", known.name());
        assertEquals("Example Office", known.organisation());
        assertEquals(Optional.of(Address.of("tech@registry.example")), known.technical());
        assertEquals(NL, known.evidence().raw());
    }

    @Test
    void withoutAnOrganisationOfItsOwnTheContactHasThatOfTheManagerInAllItsLines() {
        String raw = NL.replace("organisation: Example Office\n", "");

        var known = assertInstanceOf(Authority.Known.class, read("nl", raw));

        assertEquals("Registry of Example, Second Line", known.organisation());
    }

    @Test
    void x03_theTechnicalAddressIsNeverTakenInstead() {
        String raw = NL.replace("e-mail:       admin@registry.example\n", "");

        assertInstanceOf(Authority.Silent.class, read("nl", raw));
    }

    @Test
    void theBlockEndsAtABlankLineAndAtTheNextContact() {
        String blank = NL.replace("e-mail:       admin@registry.example\n", "\ne-mail:       stray@other.example\n");
        String next = NL.replace("e-mail:       admin@registry.example\n\n", "");

        assertInstanceOf(Authority.Silent.class, read("nl", blank));
        assertInstanceOf(Authority.Silent.class, read("nl", next));
    }

    @Test
    void x29_anAddressThatIsNoneOrOneOfSeveralIsSilence() {
        assertInstanceOf(Authority.Silent.class, read("nl", Records.of("NL", "redacted for privacy")));
        assertInstanceOf(Authority.Silent.class, read("nl", Records.of("NL", "\"quoted local\"@registry.example")));
        assertInstanceOf(Authority.Silent.class, read("nl", Records.of("NL", "a@registry.example\ne-mail:       b@registry.example")));
        assertInstanceOf(Authority.Silent.class, read("nl", Records.of("NL", "a@registry.example\n\ncontact: administrative\ne-mail: b@registry.example")));
    }

    @Test
    void aBlockInWhichTwoPersonsRanTogetherIsSilence() {
        String torn = NL.replace("e-mail:       admin@registry.example\n\ncontact:      technical\n", "");
        String smeared = NL.replace("e-mail:       admin@registry.example\n\ncontact:      technical\nname:  ", "?????");

        assertInstanceOf(Authority.Silent.class, read("nl", torn));
        assertInstanceOf(Authority.Silent.class, read("nl", smeared));
    }

    @Test
    void theSpellingIsKeptButDoesNotMatter() {
        var known = assertInstanceOf(Authority.Known.class, read("nl", Records.of("NL", "Admin.Office@Registry.EXAMPLE")));

        assertEquals(Address.of("admin.office@registry.example"), known.admin());
        assertEquals("Admin.Office@registry.example", known.admin().toString());
    }

    @Test
    void anIdnIsKnownByItsALabel() {
        String raw = Records.of("РФ\ndomain-ace:   XN--P1AI", "admin@registry.example");

        assertTrue(admin("xn--p1ai", raw).isPresent());
        assertTrue(admin("рф", raw).isPresent());
        assertTrue(admin("рф", raw.replace("domain-ace:   XN--P1AI\n", "")).isPresent());
        assertEquals(new Authority.Unreachable("answered for another: РФ"), read("xn--qxam", raw));
        assertInstanceOf(Authority.Unreachable.class, read("ru", raw));
    }

    @Test
    void aRecordOfAnotherCcTldIsNotBelieved() {
        assertEquals(new Authority.Unreachable("answered for another: NL"), read("be", NL));
        assertInstanceOf(Authority.Unreachable.class, read("be", Records.of("BE\ndomain-ace: XN--P1AI", "admin@registry.example")));
        assertInstanceOf(Authority.Unreachable.class, read("be", Records.of("BE\ndomain: NL", "admin@registry.example")));
        assertInstanceOf(Authority.Unreachable.class, read("be", Records.none("nl")));
    }

    @Test
    void aReferralInFrontOfTheRecordChangesNothing() {
        String raw = NL.replace("domain:       NL", "refer:        whois.registry.example\n\ndomain:       NL");

        assertEquals(admin("nl", NL), admin("nl", raw));
    }

    @Test
    void whatARegistryAppendsBehindTheFirstSourceIsNotRead() {
        String chained = NL + "\n# whois.registry.example\n\ndomain: BE\ncontact: administrative\ne-mail: evil@other.example\nsource: IANA\n";

        assertEquals(Optional.of(Address.of("admin@registry.example")), admin("nl", chained));
        assertInstanceOf(Authority.Unreachable.class, read("be", chained));
    }

    @Test
    void aRecordThatIsCutShortOrAnotherServersIsNotBelieved() {
        assertInstanceOf(Authority.Unreachable.class, read("nl", NL.substring(0, NL.indexOf("registry.example") + 8)));
        assertInstanceOf(Authority.Unreachable.class, read("nl", NL.replace("source:       IANA", "source:       RIPE")));
    }

    @Test
    void notAssignedIsSaidSo() {
        String raw = """
                domain:       EH

                organisation: Not assigned

                contact:      administrative
                organisation: Not assigned

                contact:      technical
                organisation: Not assigned

                changed:      2010-02-15
                source:       IANA
                """;
        String retired = """
                domain:       AN

                contact:      administrative

                contact:      technical

                changed:      2015-08-01
                source:       IANA
                """;

        assertInstanceOf(Authority.NotAssigned.class, read("eh", raw));
        assertInstanceOf(Authority.NotAssigned.class, read("an", retired));
    }

    @Test
    void noSuchTldIsSaidSo() {
        assertInstanceOf(Authority.NoSuchTld.class, read("zz", Records.none("zz")));
        assertInstanceOf(Authority.NoSuchTld.class, read("zz", "% This query returned 0 objects.\r\n"));
    }

    @Test
    void lineEndsOfTheNetworkAreRead() {
        assertEquals(admin("nl", NL), admin("nl", NL.replace("\n", "\r\n")));
    }

    @Test
    void namesAreCleanedOfControlsAndCut() {
        String raw = NL.replace("Kim Sample", "Kim\u202e\u0007 Sample" + "x".repeat(500));

        var known = assertInstanceOf(Authority.Known.class, read("nl", raw));

        assertTrue(known.name().startsWith("Kim Samplex"), known.name());
        assertEquals(300, known.name().length());
    }

    @Test
    void everyRecordOfTheDemonstrationIsRead() throws IOException {
        Folder demo = new Folder(Path.of("config/demo/iana"));

        for (Tld tld : demo.tlds()) {
            Authority read = read(tld.label(), demo.ask(tld));
            if (tld.equals(Tld.of("eh"))) assertInstanceOf(Authority.NotAssigned.class, read);
            else assertTrue(assertInstanceOf(Authority.Known.class, read).admin().domain().endsWith(".example"));
        }

        assertTrue(demo.tlds().size() >= 15);
    }

    /// Broken bytes never throw, and never make somebody else the admin contact.
    @Test
    void garbageIsNeverBelieved() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = NL.getBytes(StandardCharsets.UTF_8);

        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = good.clone();
            int at = random.nextInt(bytes.length);
            int count = Math.min(1 + random.nextInt(40), bytes.length - at);
            for (int i = 0; i < count; i++) bytes[at + i] = (byte) random.nextInt(256);
            Authority read = read("nl", new String(bytes, StandardCharsets.UTF_8));
            assertNotEquals(Optional.of(Address.of("tech@registry.example")), read.address(), "seed " + seed + " round " + round);
        }
        byte[] noise = new byte[Source.MAX_BYTES];
        random.nextBytes(noise);
        assertInstanceOf(Authority.Unreachable.class, read("nl", new String(noise, StandardCharsets.UTF_8)), "seed " + seed);
        assertInstanceOf(Authority.Unreachable.class, read("nl", ""));
    }
}
