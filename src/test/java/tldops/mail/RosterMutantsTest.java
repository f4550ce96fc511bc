package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Whatever stands in a list that is to be taken over, each line is read or told why not, in order and soon (N40, MAIL_RULES 29).
class RosterMutantsTest {
    private static final int ROUNDS = 4000;

    private static final List<String> LISTS = List.of("""
            *** FULL LIST OF TLD-OPS MEMBERS ***
            jan@registry.example (Jan Jansen, +31 6 25 07 87 33, .nl)
            anna@registry.example (Anna Vermeer, .nl +31 6 12345678)
            “John Doe, #2, .nl, +31 123456789” [john.doe@registry.example](mailto:john.doe@registry.example), john@dns.example
            "Zoë Müller, #1, .中国, +86 10 1234 5678" zoe@registry.example
            """, """
            cctld,rank,name,email,email2,phone
            .nl,1,"Vermeer, Anna",anna@registry.example,,+31 6 12345678
            .fr,2,"Claude ""Cl"" Petit",claude@registry.example,cp@mail.example,+33 6 12 34 56 78
            """, """
            Address: jan@registry.example
            (Jan Jansen, +31 6 25 07 87 33, .nl)

            > anna@registry.example (Anna Vermeer,
            > +31 6 12345678, .nl)
            """);

    @Test
    void each_line_of_a_damaged_list_is_read_or_told_why_not() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RosterMutantsTest seed " + seed + " (repeat with -Dseed=" + seed + ")");
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> lines = LISTS.stream().flatMap(String::lines).toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] list = ("\r\n\r\n" + LISTS.get(chance.nextInt(LISTS.size()))).getBytes(StandardCharsets.UTF_8);
            byte[] mutant = chance.nextBoolean() ? Mutants.rewritten(list, lines, chance) : Mutants.mutate(list, list, chance);
            String text = new String(mutant, StandardCharsets.UTF_8);
            String which = "seed " + seed + "\n" + text;
            List<RosterReader.Read> read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RosterReader.read(text), () -> which);
            int before = 0;
            for (RosterReader.Read one : read) {
                assertTrue(one.line() >= before, which);
                before = one.line();
                assertEquals(one.entry().isEmpty(), !one.why().isEmpty(), which);
                one.entry().ifPresent(entry -> {
                    assertFalse(entry.person().addresses().isEmpty(), which);
                    assertFalse(entry.person().name().matches("(?s).*[\r\n\u0000].*"), which);
                });
            }
        }
    }
}
